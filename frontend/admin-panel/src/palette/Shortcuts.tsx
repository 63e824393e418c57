import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";
import { useIsAdmin } from "../session/rights";
import { jumpFor } from "./jumps";
import { openPalette, subscribe, whichWindow } from "./open";

const Palette = lazy(() => import("./Palette").then((m) => ({ default: m.Palette })));
const KeyboardHelp = lazy(() =>
  import("./KeyboardHelp").then((m) => ({ default: m.KeyboardHelp })),
);

/** How long after G the second key counts. */
const CHORD = 1_200;

/** The keys that work on every page, and the windows that they open. */
export function Shortcuts() {
  const open = useSyncExternalStore(subscribe, whichWindow);
  const close = () => openPalette(null);
  useKeys();
  return (
    <Suspense>
      {open === "find" && <Palette onClose={close} />}
      {open === "help" && <KeyboardHelp onClose={close} />}
    </Suspense>
  );
}

function useKeys() {
  const navigate = useNavigate();
  const isAdmin = useIsAdmin();
  const pressedG = useRef(0);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette(whichWindow() === "find" ? null : "find");
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) {
      return;
    }
    const destination =
      event.timeStamp - pressedG.current < CHORD ? jumpFor(event.key, isAdmin) : undefined;
    pressedG.current = event.key === "g" ? event.timeStamp : 0;
    if (destination) {
      event.preventDefault();
      void navigate({ to: destination });
    } else if (event.key === "?") {
      event.preventDefault();
      openPalette("help");
    } else if (event.key === "/") {
      event.preventDefault();
      openPalette("find");
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
      target.closest("[role=dialog]") !== null)
  );
}
