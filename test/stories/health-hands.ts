/** The office at 体检: looks for a sentence, and mends with the button beside it. */
import { expect } from 'vitest'
import type { World } from '../world/people.ts'

export const OFFICE = '办公室 工作人员'

export interface Examination {
  found(sentence: string): Promise<void>
  gone(sentence: string): Promise<void>
  /** Turns to the page with the sentence and taps the button beside it. */
  mends(sentence: string, button: string): Promise<void>
  /** Sends the form of a role, doubts notwithstanding. */
  gives(person: string, submit: string): Promise<void>
  /** Ends the role of that line of the card today. */
  endsToday(line: string): Promise<void>
}

export function examination(w: World): Examination {
  const office = w.person(OFFICE)
  const has = (button: string): boolean => office.lastCard().buttons.some(({ text }) => text === button)
  const examined = async (): Promise<string> => {
    await office.says('体检')
    const pages = [office.lastCard().text]
    while (has('下一页')) {
      await office.taps('下一页')
      pages.push(office.lastCard().text)
    }
    return pages.join('\n')
  }
  return {
    found: async (sentence) => expect(await examined()).toContain(sentence),
    gone: async (sentence) => expect(await examined()).not.toContain(sentence),
    async mends(sentence, button) {
      await office.says('体检')
      while (!office.lastCard().text.includes(sentence)) await office.taps('下一页')
      await office.taps(button, {}, sentence)
    },
    async gives(person, submit) {
      await office.taps(submit, { 人员: person })
      if (has('仍然授予')) await office.taps('仍然授予')
    },
    async endsToday(line) {
      await office.taps('结束', {}, line)
      await office.taps('结束角色')
      if (has('仍然结束')) await office.taps('仍然结束')
    },
  }
}
