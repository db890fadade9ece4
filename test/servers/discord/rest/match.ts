import type { Route } from './route.ts';

interface Known {
  route: Route;
  segments: string[];
}

/** Finds the route of a request; words win over what varies, as `@original` does over a message's id. */
export function createMatch(routes: readonly Route[]) {
  const known = new Map<string, Known[]>();
  for (const route of routes) {
    const [method = '', path = ''] = route.on.split(' ');
    const segments = path.split('/').slice(1);
    const key = `${method} ${segments.length}`;
    known.set(key, [...(known.get(key) ?? []), { route, segments }]);
  }
  const words = ({ segments }: Known) => segments.filter((s) => !s.startsWith(':')).length;
  for (const list of known.values()) list.sort((a, b) => words(b) - words(a));
  return (method: string, path: string) => {
    const parts = path.split('/').slice(1);
    for (const { route, segments } of known.get(`${method} ${parts.length}`) ?? []) {
      const params: Record<string, string> = {};
      const fits = segments.every((segment, i) => {
        const part = parts[i] ?? '';
        if (!segment.startsWith(':')) return segment === decodeURIComponent(part);
        params[segment.slice(1)] = decodeURIComponent(part);
        return part !== '';
      });
      if (fits) return { route, params };
    }
    return undefined;
  };
}
