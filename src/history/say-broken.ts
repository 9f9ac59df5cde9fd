import type { Broken } from './rules/journal-check.ts'

export const BROKEN_WORDS: { readonly [what in Broken['what']]: string } = {
  altered: '内容与校验值不符，记录被改动过',
  unchained: '与前一条记录没有衔接',
  missing: '缺少这一条记录',
  'head-differs': '与事项的现状不符',
}

export const sayBroken = ({ subject, version, what }: Broken): string =>
  `${subject} 第 ${version} 条：${BROKEN_WORDS[what]}`
