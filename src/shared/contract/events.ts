/** What main tells the window without being asked. JSON only. */
export type LibraryEvent =
  | { type: 'library.changed' }
  | { type: 'progress'; task: string; done: number; total: number; label: string };
