import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownHtml } from '../../src/sandbox/page/markdown.ts'

const names: { readonly [openId: string]: string } = { ou_a: '药学院 联络员' }
const html = (source: string): string => markdownHtml(source, (openId) => names[openId])

describe('markdown as Feishu draws it', () => {
  test.each([
    ['**粗**和*斜*', '<p><strong>粗</strong>和<em>斜</em></p>'],
    ['一<br>二', '<p>一<br>二</p>'],
    ['一\n二', '<p>一<br>二</p>'],
    ['一\n\n二', '<p>一</p><p>二</p>'],
    ['## 标题', '<div class="heading heading-2">标题</div>'],
    ['---', '<hr>'],
    ['> 引用', '<blockquote>引用</blockquote>'],
    ['```\n**不粗**\n```', '<pre><code>**不粗**</code></pre>'],
    [
      "<font color='red'>红<font color='blue'>蓝</font></font>",
      '<p><span class="ink-red">红<span class="ink-blue">蓝</span></span></p>',
    ],
    ["<text_tag color='green'>好</text_tag>", '<p><span class="tag tag-green">好</span></p>'],
    ['<at id=ou_a></at>', '<p><span class="mention">@药学院 联络员</span></p>'],
    ["<person id='ou_x'></person>", '<p><span class="person-chip">未知用户</span></p>'],
    ['<raw>**原样**</raw>', '<p>**原样**</p>'],
  ])('%s', (source, expected) => {
    expect(html(source)).toBe(expected)
  })

  test('a list keeps its marks and its depth', () => {
    expect(html('- 一\n  - 二\n1. 三')).toMatch(/item-0.*•.*一.*item-1.*•.*二.*item-0.*1\..*三/s)
  })

  test('a table may follow words at once', () => {
    expect(html('如下\n| 甲 |\n|---|\n| 1 |')).toMatch(/^<p>如下<\/p>.*<table>/)
  })

  test('a table has a head and a body', () => {
    expect(html('| 甲 | 乙 |\n|---|---|\n| 1 | **2** |')).toContain('<td>1</td><td><strong>2</strong></td>')
  })
})

describe('words that people typed', () => {
  test('escaped marks are shown and never become marks', () => {
    expect(html('&#42;&#42;不粗&#42;&#42; &#60;at id=all&#62; &sim;')).toBe(
      '<p>**不粗** &lt;at id=all&gt; ~</p>',
    )
  })

  test('a tag that is not one of Feishu’s is text', () => {
    expect(html('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
    expect(html('<script>alert(1)</script>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')
  })

  test('a font that is never closed is text', () => {
    expect(html("<font color='red'>红")).toBe('<p>&lt;font color=&#39;red&#39;&gt;红</p>')
  })

  test('only http and https become links', () => {
    expect(html('[点](javascript:alert)')).toBe('<p>点</p>')
    expect(html('[点](https://a.cn/"onclick=x)')).not.toContain('"onclick')
  })

  test('whatever the words are, only known elements come out', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<font color=',
      '</font>',
      '**',
      '*',
      '[a](',
      ')',
      '`',
      '<raw>',
      '|',
      '\n',
      'onerror=',
      '<at id=',
      '<link url=',
      '<script>',
      'https://a',
      '&#60;',
    )
    const known =
      /<\/?(p|br|strong|em|del|code|pre|span|a|hr|div|blockquote|table|thead|tbody|tr|th|td)( (class|href|target|rel)="[^"<>]*")*>/g
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 24 }), (pieces) => {
        expect(html(pieces.join('')).replace(known, '')).not.toMatch(/[<>]/)
      }),
      { numRuns: 500 },
    )
  })
})
