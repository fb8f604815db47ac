import { escapeHtml } from '../brief/render.ts';

/** A page to be printed: its title and what stands in its body, which is HTML already. */
export function pageHtml(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="brief.css">
</head>
<body>
${body}</body>
</html>
`;
}
