export * from "./Badge";
export * from "./Button";
export * from "./Card";
export * from "./Dialog";
export * from "./Field";
export * from "./Preferences";
export * from "./States";
export * from "./Toasts";
