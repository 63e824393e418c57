/** Which of the windows of the keyboard is open. */
export type KeyboardWindow = "find" | "help" | null;

let open: KeyboardWindow = null;
const listeners = new Set<() => void>();

export function openPalette(wanted: KeyboardWindow): void {
  open = wanted;
  for (const listener of listeners) {
    listener();
  }
}

export function whichWindow(): KeyboardWindow {
  return open;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
