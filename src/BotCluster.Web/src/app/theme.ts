export type Theme = 'system' | 'light' | 'dark';

const observers = new Set<() => void>();

export const themeStore = {
  read: (): Theme => {
    const chosen = document.documentElement.dataset['theme'];
    return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
  },
  observe: (observer: () => void) => {
    observers.add(observer);
    return () => observers.delete(observer);
  },
};

/** Remembered by the browser; `system` forgets the choice. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
    localStorage.removeItem('theme');
  } else {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem('theme', theme);
  }

  observers.forEach((observer) => {
    observer();
  });
}

/** A design token as a colour that a canvas understands. */
export function token(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
