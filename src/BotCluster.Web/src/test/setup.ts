import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { hub } from './hub';
import { server } from './server';

configure({ asyncUtilTimeout: 15_000 });

// What jsdom lacks of a browser.
window.matchMedia = (query) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
window.scrollTo = () => undefined;
HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
  this.open = false;
};

vi.mock('@microsoft/signalr', async () => await import('./hub'));
vi.mock('../charts/CandleChart', () => ({ default: () => null }));

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
});
beforeEach(() => {
  hub.reset();
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  document.cookie = 'bc_csrf=; Max-Age=0';
});
afterAll(() => {
  server.close();
});
