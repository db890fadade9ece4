/** The largest body that is read of a server's reply, in bytes, a stream's wrapping included. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Fetches as ever, but a body that goes on beyond all measure breaks off. */
export async function fetchBounded(...request: Parameters<typeof fetch>): ReturnType<typeof fetch> {
  const response = await fetch(...request);
  if (!response.body) return response;
  let size = 0;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      size += piece.length;
      if (size > MOST_BYTES)
        controller.error(new TypeError('The reply goes on beyond all measure.'));
      else controller.enqueue(piece);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(bounded), { status, statusText, headers });
}
