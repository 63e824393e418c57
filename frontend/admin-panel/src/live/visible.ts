import { focusManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/**
 * Whether somebody can see this tab. Browsers open few connections to one place for all tabs
 * together, so one that nobody sees listens to nothing, and asks when it is seen again.
 */
export function useIsVisible(): boolean {
  return useSyncExternalStore(subscribe, isVisible);
}

function subscribe(onChange: () => void): () => void {
  return focusManager.subscribe(onChange);
}

function isVisible(): boolean {
  return focusManager.isFocused();
}
