/** `2025年 我的目标`, `去年 我的得分`: the same words, about a year that is over. */
import type { Action } from '../../cards/kit.ts'
import { listYears } from '../store/years.ts'
import { said } from './reaction.ts'
import type { Registry } from './registry.ts'
import type { Setting } from './setting.ts'

/** What was said about which year; `back`: so many years before the one that is being managed. */
export interface SaidOfYear {
  readonly year: { readonly named: number } | { readonly back: number }
  readonly words: string
}

const PREFIX = /^(?:(20\d{2})\s*年度?|(去年|上一?年|上个年)度?|(前年)度?|(今年|本年)度?)\s*的?\s*(\S.*)$/su

/** Undefined where the words begin with no year. */
export function saidOfYear(text: string): SaidOfYear | undefined {
  const found = PREFIX.exec(text.normalize('NFKC'))
  if (!found) return undefined
  const [, named, last, before, , words = ''] = found
  const year = named ? { named: Number(named) } : { back: last ? 1 : before ? 2 : 0 }
  return { year, words }
}

/** What the words open, for that year; a sentence where they cannot be about it. */
export async function ofYear(
  { db, registry }: Setting,
  action: Action,
  { year, words }: SaidOfYear,
): Promise<Action | ReturnType<typeof said>> {
  const years = await listYears(db)
  const current = years.find((one) => one.current === 1)?.year
  if (current === undefined) return action
  const wanted = 'named' in year ? year.named : current - year.back
  if (wanted === current) return action
  if (!years.some((one) => one.year === wanted)) {
    const known = years.map((one) => `${one.year}年`).join('、')
    return said(`没有${wanted}年度的记录，可以查看的年度：${known}。`)
  }
  const shown = withYear(registry, action, wanted)
  return (
    shown ??
    said(`「${words}」只办理${current}年度的事。${wanted}年度已经结束，可以查看：${readable(registry)}。`)
  )
}

/** The action for another year; undefined where it does not open a view of one. */
function withYear(registry: Registry, action: Action, year: number): Action | undefined {
  if ('show' in action && registry.view(action.show)?.ofYear === true)
    return { ...action, with: { ...action.with, year } }
  if ('send' in action && registry.view(action.send)?.ofYear === true)
    return { ...action, with: { ...action.with, year } }
  return undefined
}

const MOST = 10

function readable(registry: Registry): string {
  const words = registry.chapters
    .flatMap((chapter) => chapter.intents)
    .filter((intent) => {
      const action = intent.opens('')
      return action !== undefined && withYear(registry, action, 0) !== undefined
    })
    .map((intent) => intent.words[0])
  return words.slice(0, MOST).join('、')
}
