/** What the library takes at most. */
const LONGEST_TAG = 40;
const MOST_TAGS = 40;

/** Western and Chinese commas, and the marks people part words with as they type. */
const BETWEEN_TAGS = /[,，、;；\n]+/u;

/** True once what is being typed holds a mark that ends a tag. */
export function endsTag(typed: string): boolean {
  return BETWEEN_TAGS.test(typed);
}

/** The tags with those typed, each once: `改厕，` adds 改厕. */
export function addTags(tags: readonly string[], typed: string): string[] {
  const added = typed.split(BETWEEN_TAGS).map((tag) => tag.trim().slice(0, LONGEST_TAG));
  return [...new Set([...tags, ...added.filter((tag) => tag !== '')])].slice(0, MOST_TAGS);
}
