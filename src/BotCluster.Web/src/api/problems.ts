import type { Problem } from './schema';

/** A refusal of the server, or the fact that it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number | null;
  readonly code: string | null;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly correlationId: string | null;
  /** Seconds to wait before trying again, where the server said so. */
  readonly retryAfter: number | null;

  private constructor(message: string, status: number | null, problem: Problem, retryAfter: number | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'ApiProblem';
    this.status = status;
    this.code = problem.code ?? null;
    this.errors = problem.errors ?? {};
    this.correlationId = problem.correlationId ?? null;
    this.retryAfter = retryAfter;
  }

  static of(response: Response, body: Problem | string | undefined): ApiProblem {
    const problem = typeof body === 'object' ? body : {};
    const retry = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    const message = problem.detail ?? problem.title ?? `The server answered ${response.status}.`;
    return new ApiProblem(message, response.status, problem, Number.isNaN(retry) ? null : retry);
  }

  static unreachable(cause: unknown): ApiProblem {
    return new ApiProblem('The server cannot be reached. Check the connection and try again.', null, {}, null, cause);
  }

  /** What is wrong with one part of the request, as a sentence. */
  at(path: string): string | null {
    const messages = this.errors[path];
    return messages === undefined ? null : messages.map(sentence).join(' ');
  }

  get isUnreachable(): boolean {
    return this.status === null;
  }
}

/** The server's messages may follow the name of a field ("is not a symbol"); alone they begin like a sentence. */
export const sentence = (text: string): string => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
};

/** What a refusal says of one field; null for every other failure. */
export const faultAt = (error: unknown, path: string): string | null => (error instanceof ApiProblem ? error.at(path) : null);

/** One sentence for a person, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}
