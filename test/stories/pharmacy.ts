/** What is written in the year of 药学院. */
import type { Shown } from '../world/people.ts'

export const PICTURE = {
  type: 'image',
  name: '中心.png',
  bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]),
} as const

/** A key goal as its drafter answers question by question. */
export const SECOND_KEY_GOAL: readonly string[] = [
  ...['引进高层次人才', '按学科需要引进博士', '提高人才培养质量'],
  ...['引进博士', '3', '人', '跳过', '每少一人扣10分', '12月20日', '1', '跳过', '跳过'],
]

/** By goal: key 92.5 (weight 2) and 80, special 95, routine 88 and 90. */
export const DEDUCTIONS: Readonly<Record<string, string>> = {
  获批国家级一流课程: '7.5 申报晚了两个月',
  引进高层次人才: '20 少引进一人',
  建成教师发展中心: '5 挂牌推迟',
  教学运行: '12 评教良好率低于标准',
  学生就业: '10 台账没有按月更新',
}

/** The marks by the labels of the sheet: its goals are found by title. */
export function marksOn(sheet: Shown, lines = DEDUCTIONS): { [label: string]: string } {
  const found = [...sheet.text.matchAll(/^目标(\d+) (.+?)（/gm)]
  return Object.fromEntries(
    found.map(([, number, title]) => [`目标${number} 扣分`, lines[title ?? ''] ?? '']),
  )
}
