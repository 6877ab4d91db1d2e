export interface Toast {
  id: number;
  tone: 'done' | 'failed';
  text: string;
}

let toasts: readonly Toast[] = [];
let next = 1;
const observers = new Set<() => void>();

function change(to: readonly Toast[]) {
  toasts = to;
  observers.forEach((observer) => {
    observer();
  });
}

export const toastStore = {
  read: () => toasts,
  observe: (observer: () => void) => {
    observers.add(observer);
    return () => observers.delete(observer);
  },
};

export function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

/** Says briefly that something was done, or that it was not; failures stay until dismissed. */
export function say(tone: Toast['tone'], text: string): void {
  const id = next++;
  change([...toasts.slice(-3), { id, tone, text }]);
  if (tone === 'done') {
    setTimeout(() => {
      dismiss(id);
    }, 6000);
  }
}
