/**
 * Puts words on the clipboard. The window has no permission for the clipboard's own interface, so this is
 * the copy a person makes with Ctrl+C, with these words instead of the selection.
 *
 * @returns whether they were taken.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const taken = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return taken;
}
