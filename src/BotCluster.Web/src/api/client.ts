import createClient, { type Middleware } from 'openapi-fetch';
import { ApiProblem } from './problems';
import type { paths, Problem } from './schema';

export const API_ROOT = '/api/v1';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The server's anti-forgery value, put by it into a cookie that only pages of the same origin can read. */
export function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('bc_csrf='));
  return cookie ? decodeURIComponent(cookie.slice('bc_csrf='.length)) : null;
}

const sendCsrf: Middleware = {
  onRequest({ request }) {
    const token = csrfToken();
    if (token !== null && !SAFE.has(request.method)) {
      request.headers.set('X-CSRF-Token', token);
    }
  },
};

export const api = createClient<paths>({
  baseUrl: `${window.location.origin}${API_ROOT}`,
  credentials: 'same-origin',
  // Read when called, so that a test's server can stand in.
  fetch: (request) => globalThis.fetch(request),
});
api.use(sendCsrf);

/** The answer's body, or the server's refusal as an exception that carries it. */
export async function take<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let settled;
  try {
    settled = await answer;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw ApiProblem.unreachable(cause);
  }

  if (!settled.response.ok) {
    throw ApiProblem.of(settled.response, settled.error as Problem | string | undefined);
  }

  return settled.data as T;
}

/** A key that lets the server recognise a creation sent twice. Works outside secure contexts too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
