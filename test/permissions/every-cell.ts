/** One test for each deed of a chapter: all its cells, and every wrong one named at once. */
import { describe, expect, it } from 'vitest'
import { tryEvery } from './cells.ts'
import type { Chapter } from './deed.ts'
import type { Situations } from './situations/situation.ts'

export function everyCell(chapter: Chapter, situations: Situations): void {
  describe(chapter.title, () => {
    it('has a situation for every deed', () => {
      expect([...situations.keys()].toSorted()).toEqual(Object.keys(chapter.deeds).toSorted())
    })
    for (const [name, deed] of Object.entries(chapter.deeds))
      it(`${deed.command}: ${deed.words} (${name})`, async () => {
        const make = situations.get(name)
        if (!make) throw new Error(`no situation ${name}`)
        const { wrong, accepted, refused } = await tryEvery(deed, await make())
        expect(wrong).toEqual([])
        expect(accepted, 'somebody may').toBeGreaterThan(0)
        expect(refused, 'somebody may not').toBeGreaterThan(0)
      })
  })
}
