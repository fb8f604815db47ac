/** What the bridge takes of a dropped file: 28,000,000 base64 characters. */
const LARGEST_BYTES = 21_000_000;

export class TooLargeError extends Error {
  readonly code = 'too-large';
}

/** The bytes of a dropped file in base64. A file over the limit is refused with the way round. */
export async function readFileAsBase64(file: File): Promise<string> {
  if (file.size > LARGEST_BYTES) {
    throw new TooLargeError(`“${file.name}”超过 20 MB，没有读取。请改用“选择文件”导入。`);
  }
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const dataUrl = String(reader.result);
      resolve(dataUrl.slice(dataUrl.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'));
    reader.readAsDataURL(file);
  });
}
