/** The gatehouse mark. */
export function Logo({ size = 20 }: { readonly size?: 20 | 26 }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="var(--accent)"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M3 18V7.5L10 3l7 4.5V18" />
      <path d="M7.2 18v-5.4a2.8 2.8 0 0 1 5.6 0V18" />
      <path d="M1.5 18h17" />
    </svg>
  );
}
