import { useSyncExternalStore } from 'react';
import { chooseTheme, themeStore, type Theme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const NAME: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(themeStore.observe, themeStore.read);
  return (
    <button
      type="button"
      title={`Theme: ${NAME[theme]}`}
      className="grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink max-sm:size-11"
      onClick={() => {
        chooseTheme(NEXT[theme]);
      }}
    >
      <span className="sr-only">
        Theme: {NAME[theme]}. Change to {NAME[NEXT[theme]]}.
      </span>
      <svg viewBox="0 0 20 20" className="size-4.5" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        {theme === 'light' && (
          <path d="M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16" strokeLinecap="round" />
        )}
        {theme === 'dark' && <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z" strokeLinejoin="round" />}
        {theme === 'system' && (
          <>
            <circle cx="10" cy="10" r="7" />
            <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" />
          </>
        )}
      </svg>
    </button>
  );
}
