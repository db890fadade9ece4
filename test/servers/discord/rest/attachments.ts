import type { Route } from './route.ts';

/** Files, as Discord's CDN serves them: while their link is good. */
export const attachmentRoutes: Route[] = ['attachments', 'ephemeral-attachments'].map((kind) => ({
  on: `GET /${kind}/:id/:name`,
  open: true,
  run: ({ world, params, query }) => {
    const file = world.attachments.get(params.id ?? '');
    const good = Number.parseInt(query.get('ex') ?? '0', 16) * 1000 > world.clock.now();
    if (!file || !good) {
      const bytes = new TextEncoder().encode('This content is no longer available.');
      return { status: 404, bytes, type: 'text/plain' };
    }
    return { status: 200, bytes: file.bytes, type: file.content_type };
  },
}));
