import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import type { Me, Problem } from '../api/schema';
import * as samples from './samples';

export const url = (path: string): string => `http://localhost/api/v1${path}`;

/** A refusal as the API writes one. */
export const refuse = (status: number, problem: Problem, headers: Record<string, string> = {}) =>
  new HttpResponse(JSON.stringify({ status, title: problem.code ?? '', ...problem }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });

const reads: Record<string, JsonBodyType> = {
  '/fleet': samples.fleet(),
  '/fleet/equity': samples.pageOf([]),
  '/bots': samples.pageOf([samples.summary()]),
  '/bots/:id': samples.bot(),
  '/bots/:id/:history': samples.pageOf([]),
  '/candles': samples.pageOf([]),
  '/alerts': samples.pageOf([]),
  '/clients': samples.pageOf([samples.client]),
  '/modes': samples.catalogue,
  '/instruments': samples.pageOf(samples.instruments),
};

export const server = setupServer(
  http.get(url('/auth/me'), () => refuse(401, { code: 'no-session', detail: 'Sign in first.' })),
  ...Object.entries(reads).map(([path, body]) => http.get(url(path), () => HttpResponse.json(body))),
);

/** Answers a read with this body from now on. */
export function serve(path: string, body: unknown): void {
  server.use(http.get(url(path), () => HttpResponse.json(body as JsonBodyType)));
}

export const signedInAs = (user: Me): void => {
  serve('/auth/me', user);
};
