import type { ReactNode } from "react";
import { useTitle } from "./useTitle";

interface Props {
  title: string;
  /** Beside the title: badges, where the page has a state. */
  aside?: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of a page: its title, what it is for, what can be done, and then the page. */
export function Page({ title, aside, text, actions, children }: Props) {
  useTitle(title);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
            {aside}
          </div>
          {text && <p className="mt-1 max-w-prose text-faint">{text}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </>
  );
}
