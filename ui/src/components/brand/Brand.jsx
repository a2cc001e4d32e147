import "./brand.css";

/**
 * The program's sign: a sheet with the margin of a school exercise book. The name always stands beside it,
 * so a screen reader skips the picture.
 */
export function Brand() {
  return (
    <svg class="brand" viewBox="0 0 64 64" aria-hidden="true">
      <rect class="brand__sheet" x="12" y="6" width="40" height="52" rx="3" />
      <path class="brand__margin" d="M22 6v52" />
      <path class="brand__line" d="M28 22h17M28 32h17M28 42h10" />
    </svg>
  );
}
