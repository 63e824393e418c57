import { Card, OfflineBanner } from "@sagashop/shared/ui";
import type { ReactNode } from "react";
import { Mark } from "../app/Mark";

/** What those see who are not let in, or not yet. */
export function Doorstep({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <OfflineBanner />
      <main
        id="content"
        className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center p-4"
      >
        <div className="mb-6 flex justify-center">
          <Mark />
        </div>
        <Card>
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          <p className="mt-1 mb-6 text-faint">{text}</p>
          {children}
        </Card>
      </main>
    </div>
  );
}
