import { describe, expect, test } from 'vitest'
import { useChatPage } from './page-browser.ts'
import type { FakeCampus } from './page-campus.ts'
import { decidedCard, goalForm, reviewCard } from './page-cards.ts'
import { dashboard } from './page-dashboard-card.ts'
import { gallery } from './page-gallery-card.ts'

const postCard = (campus: FakeCampus, openId: string, card: object): string =>
  campus.post(openId, { type: 'interactive', content: JSON.stringify(card) })

describe('the chat page in a browser', () => {
  const on = useChatPage()

  test('choosing a person in the list opens their chat and clears the unread badge', async () => {
    on.campus.post('ou_p2', { content: '{"text":"您好"}' })
    await on.page.goto(on.served.base)
    expect(await on.page.title()).toBe('目标管理 · 校园聊天沙盒')
    expect(await on.page.locator('#p-ou_p2 .badge').innerText()).toBe('1')
    await on.page.click('#p-ou_p2')
    await on.page.waitForSelector('.bubble:has-text("您好")')
    await on.page.locator('#p-ou_p2 .badge').waitFor({ state: 'detached' })
    expect(on.page.url()).toBe(`${on.served.base}/chat/ou_p2`)
  })

  test('Enter sends what was typed, Shift and Enter begin a new line', async () => {
    await on.openChat('ou_p2')
    const box = on.page.locator('.composer textarea')
    await box.pressSequentially('第一行')
    await box.press('Shift+Enter')
    await box.pressSequentially('第二行')
    await box.press('Enter')
    await on.page.waitForSelector('.from-bot .bubble')
    expect(await on.page.locator('.from-person .bubble').innerText()).toBe('第一行\n第二行')
    expect(await box.inputValue()).toBe('')
  })

  test('a form is checked for what is required, then sent in the formats of Feishu', async () => {
    postCard(on.campus, 'ou_p2', goalForm)
    await on.openChat('ou_p2')
    await on.page.click('text=提交')
    expect(await on.page.locator('.field.missing').count()).toBe(3)
    expect(on.campus.taps).toEqual([])

    await on.page.fill('[data-field=title] input', '新增省级科研平台')
    await on.page.selectOption('[data-field=kind] select', 'quantified')
    await on.page.click('[data-field=due] input')
    await on.page.click('.calendar [data-months="1"]')
    await on.page.click('.calendar [data-day="2026-04-30"]')
    await on.page.click('[data-field=aims] summary')
    await on.page.click('[data-field=aims] .choice:has-text("一流学科建设")')
    await on.page.click('[data-field=aims] .choice:has-text("本科教学质量")')
    await on.page.click('.card-title')
    on.campus.onTap((_tap, messageId) => {
      on.campus.change(messageId, JSON.stringify(decidedCard('已提交，等待审核')))
      return { ok: true, toast: { type: 'success', content: '已提交' } }
    })
    await on.page.click('text=提交')
    expect(await on.toast()).toContain('已提交')
    await on.page.waitForSelector('text=已提交，等待审核')
    expect(await on.page.locator('.card').count()).toBe(1)
    expect(on.campus.taps).toEqual([
      {
        tag: 'button',
        name: 'send',
        value: { a: 'goal.submit', id: 'g1', v: 3 },
        form: {
          title: '新增省级科研平台',
          kind: 'quantified',
          aims: ['p1', 'p4'],
          due: '2026-04-30 +0800',
          hour: '11:30 +0800',
        },
      },
    ])
  })

  test('what was typed into a form stays when other messages come and change', async () => {
    const first = on.campus.post('ou_p2', { content: '{"text":"甲"}' })
    postCard(on.campus, 'ou_p2', goalForm)
    await on.openChat('ou_p2')
    await on.page.fill('[data-field=title] input', '写到一半')
    on.campus.change(first, '{"text":"乙"}')
    on.campus.post('ou_p2', { content: '{"text":"丙"}' })
    await on.page.waitForSelector('.bubble:has-text("乙")')
    await on.page.waitForSelector('.bubble:has-text("丙")')
    expect(await on.page.inputValue('[data-field=title] input')).toBe('写到一半')
  })

  test('a tap that leaves the card as it was leaves what was typed as it was', async () => {
    postCard(on.campus, 'ou_p3', reviewCard)
    await on.openChat('ou_p3')
    await on.page.fill('[data-field=comment] textarea', '请补充目标值')
    on.campus.onTap(() => ({ ok: true, toast: { type: 'error', content: '请写明是哪一项' } }))
    await on.page.click('button.primary_filled:visible')
    expect(await on.toast()).toContain('请写明是哪一项')
    await on.page.waitForSelector('.message:not(.busy) .card')
    expect(await on.page.inputValue('[data-field=comment] textarea')).toBe('请补充目标值')
  })

  test('a browser that was away gets what it missed', async () => {
    const first = on.campus.post('ou_p2', { content: '{"text":"甲"}' })
    await on.openChat('ou_p2')
    await on.page.waitForSelector('.bubble:has-text("甲")')
    await on.goesAway(() => {
      on.campus.change(first, '{"text":"改过的甲"}')
      on.campus.post('ou_p2', { content: '{"text":"乙"}' })
    })
    await on.page.waitForSelector('.bubble:has-text("改过的甲")', { timeout: 15_000 })
    await on.page.waitForSelector('.bubble:has-text("乙")')
    expect(await on.page.locator('.bubble').count()).toBe(2)
  })

  test('a date with its time is picked in the calendar', async () => {
    postCard(on.campus, 'ou_p6', gallery)
    await on.openChat('ou_p6')
    await on.page.click('.element-picker_datetime input')
    await on.page.click('.calendar [data-day="2026-03-05"]')
    await on.page.selectOption('.calendar [data-unit=hour]', '14')
    await on.page.click('.calendar [data-done]')
    await expect
      .poll(() => on.campus.taps)
      .toEqual([{ tag: 'picker_datetime', value: { a: 'when' }, option: '2026-03-05 14:00 +0800' }])
  })

  test('an act that cannot be undone is asked about first, and not done when declined', async () => {
    postCard(on.campus, 'ou_p3', reviewCard)
    await on.openChat('ou_p3')
    await on.page.click('text=退回 >> visible=true')
    expect(await on.page.locator('#confirm').innerText()).toContain('单位将收到意见并重新填报。')
    await on.page.click('[data-confirm-no]')
    expect(on.campus.taps).toEqual([])
    await on.page.locator('button.danger').click()
    await on.page.click('[data-confirm-yes]')
    await expect.poll(() => on.campus.taps.length).toBe(1)
  })

  test('while the bot is asked, no button of the card can be tapped again', async () => {
    postCard(on.campus, 'ou_p3', reviewCard)
    await on.openChat('ou_p3')
    let answer = (): void => {}
    on.campus.onTap(
      () =>
        new Promise(
          (resolve) => (answer = () => resolve({ ok: false, code: 200341, content: '机器人没有按时应答' })),
        ),
    )
    await on.page.click('button.primary_filled:visible')
    await on.page.waitForSelector('.button.waiting')
    expect(await on.page.locator('.card button:enabled').count()).toBe(0)
    answer()
    expect(await on.toast()).toContain('机器人没有按时应答（200341）')
    expect(await on.page.locator('.card button:enabled').count()).toBe(2)
  })

  test('a fold opens, a table turns its pages, a chart is drawn', async () => {
    postCard(on.campus, 'ou_p1', reviewCard)
    postCard(on.campus, 'ou_p1', dashboard)
    await on.openChat('ou_p1')
    expect(await on.page.isVisible('text=建成智慧教学实验室')).toBe(false)
    await on.page.click('text=查看全部目标')
    expect(await on.page.isVisible('text=建成智慧教学实验室')).toBe(true)
    expect(await on.page.isVisible('td:has-text("图书馆")')).toBe(false)
    await on.page.click('[data-turn="1"]')
    await on.page.click('[data-turn="1"]')
    expect(await on.page.isVisible('td:has-text("图书馆")')).toBe(true)
    expect(await on.page.isDisabled('[data-turn="1"]')).toBe(true)
    await on.page.waitForSelector('.chart.drawn canvas')
  })

  test('words that want to be markup stay words, and an unknown component is shown as such', async () => {
    postCard(on.campus, 'ou_p6', gallery)
    const probe = '<img src=x onerror="window.hacked=9"><script>window.hacked=8</script>'
    on.campus.post('ou_p6', { from: 'person', content: JSON.stringify({ text: probe }) })
    await on.openChat('ou_p6')
    expect(await on.page.locator('.from-person .bubble').innerText()).toBe(probe)
    expect(await on.page.locator('.unknown').innerText()).toContain('hologram')
    expect(await on.page.evaluate('window.hacked')).toBeUndefined()
    expect(await on.page.locator('.card a[href^="javascript:"]').count()).toBe(0)
  })

  test('components outside a form call back at once with their value', async () => {
    postCard(on.campus, 'ou_p6', gallery)
    await on.openChat('ou_p6')
    await on.page.selectOption('.element-select_static select', 'u2')
    await expect.poll(() => on.campus.taps.length).toBe(1)
    await on.page.click('.element-interactive_container .interactive')
    await expect.poll(() => on.campus.taps.length).toBe(2)
    await on.page.click('.overflow summary')
    await on.page.click('.overflow button:has-text("导出")')
    await expect.poll(() => on.campus.taps.length).toBe(3)
    expect(on.campus.taps).toEqual([
      { tag: 'select_static', value: { a: 'pick' }, option: 'u2' },
      { tag: 'interactive_container', value: { a: 'open' } },
      { tag: 'overflow', value: { a: 'more' }, option: 'export' },
    ])
  })
})
