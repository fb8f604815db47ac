/** The faces a printed Chinese paper needs: 小标宋 for the title, 仿宋 for the body, 黑 and 楷 for headings, 宋 for tables. */
export const fontRoles = ['title', 'body', 'heading', 'kai', 'song'] as const;
export type FontRole = (typeof fontRoles)[number];

/** The face that plays a role in one export. */
export interface RoleFont {
  role: FontRole;
  /** As CSS and Word know it: FangSong_GB2312, Noto Serif SC. */
  family: string;
  /** One of the open faces that come with the app, rather than the office's own. */
  bundled: boolean;
  weight: number;
  /** Chinese name of the face the role asks for, when `family` stands in for it; null when it is the real one. */
  standsInFor: string | null;
}

export type BriefFonts = Record<FontRole, RoleFont>;

interface RoleFaces {
  /** Chinese name of the role's own face, for people. */
  name: string;
  /** Families that are that face, the best first, as installed by Windows, WPS, 方正 and macOS. */
  office: string[];
  stand: { family: string; weight: number };
}

export const roleFaces: Record<FontRole, RoleFaces> = {
  title: {
    name: '方正小标宋',
    office: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
    stand: { family: 'Noto Serif SC', weight: 700 },
  },
  body: {
    name: '仿宋',
    office: ['仿宋_GB2312', 'FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong'],
    stand: { family: 'Noto Serif SC', weight: 400 },
  },
  heading: {
    name: '黑体',
    office: ['SimHei', '黑体', 'STHeiti'],
    stand: { family: 'Noto Sans SC', weight: 500 },
  },
  kai: {
    name: '楷体',
    office: ['楷体_GB2312', 'KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti'],
    stand: { family: 'LXGW WenKai', weight: 400 },
  },
  song: {
    name: '宋体',
    office: ['SimSun', '宋体', 'STSong'],
    stand: { family: 'Noto Serif SC', weight: 400 },
  },
};

const chineseNames: Record<string, string> = {
  'Noto Serif SC': '思源宋体',
  'Noto Sans SC': '思源黑体',
  'LXGW WenKai': '霞鹜文楷',
};

/** The bundled 宋 and 黑 are of the kind the role asks for; for 小标宋, 仿宋 and 楷 another has to stand in. */
function isSameKind(role: FontRole): boolean {
  return role === 'song' || role === 'heading';
}

/** The office's own face for every role where it is installed and not switched off, else the bundled one. */
export function chooseFonts(
  installed: Iterable<string>,
  switchedOff: readonly FontRole[] = [],
): BriefFonts {
  const available = new Set(installed);
  const choose = (role: FontRole): RoleFont => {
    const { name, office, stand } = roleFaces[role];
    const own = office.find((family) => available.has(family));
    if (own !== undefined && !switchedOff.includes(role)) {
      return { role, family: own, bundled: false, weight: 400, standsInFor: null };
    }
    const standsInFor = isSameKind(role) ? null : name;
    return { role, ...stand, bundled: true, standsInFor };
  };
  return {
    title: choose('title'),
    body: choose('body'),
    heading: choose('heading'),
    kai: choose('kai'),
    song: choose('song'),
  };
}

/** What a role can be printed with on this computer. */
export interface RoleChoice {
  role: FontRole;
  /** Chinese name of the face the role asks for. */
  asks: string;
  /** The office's own face of it as installed; null where it is not. */
  office: string | null;
  /** Chinese name of the bundled face. */
  bundled: string;
  /** The bundled face is of another kind than the role asks for. */
  standsIn: boolean;
  usesOffice: boolean;
}

export function describeChoices(
  installed: Iterable<string>,
  switchedOff: readonly FontRole[] = [],
): RoleChoice[] {
  const available = new Set(installed);
  const chosen = chooseFonts(available, switchedOff);
  return fontRoles.map((role) => {
    const { name, office, stand } = roleFaces[role];
    return {
      role,
      asks: name,
      office: office.find((family) => available.has(family)) ?? null,
      bundled: chineseNames[stand.family] ?? stand.family,
      standsIn: !isSameKind(role),
      usesOffice: !chosen[role].bundled,
    };
  });
}

/** “本机缺方正小标宋，以思源宋体代替。”: one sentence for all stand-ins of an export, null if there is none. */
export function describeStandIns(fonts: BriefFonts): string | null {
  const standIns = fontRoles.map((role) => fonts[role]).filter((font) => font.standsInFor !== null);
  if (standIns.length === 0) return null;
  const pairs = standIns.map(
    (font) => `${font.standsInFor}以${chineseNames[font.family] ?? font.family}代替`,
  );
  return `未用公文字体：${pairs.join('，')}。版式与换机打印可能有出入。`;
}

/**
 * A face that draws these half-width marks as the full-width ones web pages made them from: a quotation
 * looks as it should in print while its text, and whatever is copied from it, stays as it is.
 */
export const punctuationFamily = 'Zhenjian Punctuation';
export const halfWidthMarks = ',;:!?()';

/** The numerals Ⅰ–Ⅻ (Ⅲ类水质), which the other bundled faces lack. */
export const numeralFamily = 'Zhenjian Numerals';
export const numerals = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';

/** CSS font-family value: the role's face, then bundled faces for characters it lacks. No generic family. */
export function fontStack(font: RoleFont): string {
  const stand = roleFaces[font.role].stand.family;
  const rest = [stand, 'Noto Serif SC', 'LXGW WenKai', numeralFamily];
  return [...new Set([font.family, ...rest])].map((family) => `'${family}'`).join(', ');
}
