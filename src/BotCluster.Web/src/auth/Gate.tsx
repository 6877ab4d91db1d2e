import type { ReactNode } from 'react';
import { Mark } from '../app/Mark';
import { ThemeSwitch } from '../app/ThemeSwitch';

/** The frame of the pages outside the sign-in. */
export function Gate({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-5 py-4">
        <p className="flex items-center gap-2 font-semibold tracking-tight">
          <Mark className="size-5" />
          BotCluster
        </p>
        <ThemeSwitch />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col gap-5 px-5 pt-[8vh] pb-16">{children}</main>
    </div>
  );
}
