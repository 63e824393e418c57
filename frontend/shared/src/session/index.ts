import { useSyncExternalStore } from "react";
import { type Account, type SessionState, session } from "./session";

export * from "./session";

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.current);
}

/** Who is signed in, null for guests and while that is being decided. */
export function useAccount(): Account | null {
  const state = useSession();
  return state.kind === "signedIn" ? state.account : null;
}
