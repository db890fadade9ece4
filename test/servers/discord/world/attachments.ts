import { extname } from 'node:path';

/** A file as somebody hands it over. */
export interface Upload {
  name: string;
  content: string | Uint8Array;
  /** Its media type; from its name, if left out. */
  type?: string;
  /** Of a voice message: what Discord's client says of it, in seconds and in base64. */
  duration_secs?: number;
  waveform?: string;
}

/** A file that Discord keeps and serves. */
export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type: string;
  description?: string;
  duration_secs?: number;
  waveform?: string;
  ephemeral?: true;
  bytes: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/x-wav',
};

export function createAttachment(
  id: string,
  { name, content, type, duration_secs, waveform }: Upload,
  folder: string,
  expires: number,
  ephemeral = false,
): Attachment {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  // Discord takes out of a name what doesn't belong into a path.
  const filename = name.replace(/[^\p{L}\p{N}._-]+/gu, '_') || 'file';
  const kind = ephemeral ? 'ephemeral-attachments' : 'attachments';
  const query = `ex=${Math.floor(expires / 1000).toString(16)}&is=0&hm=0`;
  const url = `${folder}/${kind}/${id}/${encodeURIComponent(filename)}?${query}`;
  return {
    id,
    filename,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type: type ?? TYPES[extname(filename).toLowerCase()] ?? 'application/octet-stream',
    ...(duration_secs === undefined ? {} : { duration_secs }),
    ...(waveform === undefined ? {} : { waveform }),
    ...(ephemeral ? { ephemeral: true as const } : {}),
    bytes,
  };
}

/** What is said of a file to those who may see it. */
export function attachmentJson({ bytes: _, ...rest }: Attachment): Record<string, unknown> {
  return rest;
}
