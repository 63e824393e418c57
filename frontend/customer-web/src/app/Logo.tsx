export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8 text-accent">
      <rect width="32" height="32" rx="9" fill="currentColor" />
      <path
        d="M21 10.5c-1.2-1.6-3-2.5-5.2-2.5-3 0-5 1.5-5 3.8 0 5.4 10.6 2.4 10.6 8.2 0 2.4-2.2 4-5.4 4-2.6 0-4.6-1-5.8-2.9"
        fill="none"
        className="stroke-on-accent"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
