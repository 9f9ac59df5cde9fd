import { describe, expect, it } from 'vitest'
import { chaptersFor } from '../../src/chapters.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { BOT_MENU } from '../../src/conversation/menu.ts'
import { startTalk } from './talk.ts'

const chapters = chaptersFor({
  blobs: { put: async () => '', get: async () => undefined },
  lookUp: async () => [],
})
const PEOPLE = ['C-JX01', 'H-XZ01', 'LD1', 'WG1', 'CH', 'OF1', 'GA-ethics']
const words = chapters.flatMap(({ intents }) => intents.flatMap((intent) => intent.words))
/** What the conversation itself says. */
const OWN = ['帮助', '待办', '办事']

describe('what the chapters of the year offer', () => {
  it.each(PEOPLE)(
    'is answered to %s with one message that can be sent, before the year has begun',
    async (person) => {
      const talk = startTalk(chapters)
      for (const said of [...words, ...OWN, ...words.map((one) => `${one} 2`)]) {
        const before = talk.rows().filter((row) => row.key.startsWith('send:reply:')).length
        await talk.says(person, said)
        const { row, message } = await talk.newest()
        expect(talk.rows().filter((one) => one.key.startsWith('send:reply:'))).toHaveLength(before + 1)
        if (message.kind === 'card')
          expect({ said, view: row.view, faults: validateCard(renderCard(message.card)) }).toMatchObject({
            faults: [],
          })
      }
    },
  )

  it('has words for every item of the menu', () => {
    const sayable = [...words, ...OWN]
    expect(BOT_MENU.map(({ text }) => text).filter((text) => !sayable.includes(text))).toEqual([])
  })
})
