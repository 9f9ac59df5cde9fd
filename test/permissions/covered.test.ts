import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHAPTERS } from './chapters.ts'
import { COMMANDS } from './situations/program.ts'
import { tableText } from './table.ts'

const commands = COMMANDS.map(({ type }) => type)
const rows = CHAPTERS.flatMap(({ deeds }) => Object.values(deeds))

describe('the table of who may do what', () => {
  it('has a row for every command of the program, and none for another', () => {
    const covered = new Set(rows.map(({ command }) => command))
    expect([...covered].toSorted()).toEqual(commands.toSorted())
  })

  it('says each deed once', () => {
    const words = rows.map((row) => `${row.command} ${row.words}`)
    expect(new Set(words).size).toBe(words.length)
  })

  it('stands in the README as it is', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, between = ''] = readme.split('<!-- permissions -->\n')
    expect(between.split('\n<!-- /permissions -->')[0]).toBe(tableText())
  })
})
