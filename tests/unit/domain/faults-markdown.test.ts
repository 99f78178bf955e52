/** Markdown that the format does not have is a fault at its line, never prose that a reader sees. */
import { describe, expect, it } from 'vitest'
import { edited, faultsOf } from '../support/pack.ts'

const article = 'articles/sleepless-nights.md'
const end = 'Most people recover without treatment.'
const appended = (text: string) => edited(article, end, `${end}\n\n${text}`)

describe('what the format does not have', () => {
	it.each<[string, string]>([
		['<b>Bold</b> text.', 'HTML is not part of the format'],
		['<div>\nText.\n</div>', 'HTML is not part of the format'],
		['<!-- later -->', 'HTML is not part of the format'],
		['![A lamp](lamp.png)', 'image is not part of the format'],
		['```\ncode\n```', 'code is not part of the format'],
		['***', 'thematicBreak is not part of the format'],
		['| a | b |\n| --- | --- |\n| 1 | 2 |', 'tables are not part of the format'],
		['[A lamp][lamp]\n\n[lamp]: https://example.org', 'is not part of the format'],
		['::note[Text]', '“::note” is not known; known are :::content-note and :::depiction'],
		[':::warning\nText.\n:::', '“:::warning” is not known here'],
		[':::content-note {of=death}\nText.\n:::', 'is not a block; write :::name{…} with no space before the brace'],
		[':::content-note[Mind]{of=death}\nText.\n:::', 'a block has no label in brackets'],
		[':::content-note{of=death}\nText.', '“:::content-note” is not closed'],
		['Text.\n\n:::', '“:::” closes nothing; a block needs more colons than the blocks inside it'],
		['See [the lamp](http://example.org).', 'links must start with https: or mailto:, not “http://example.org”'],
		['See [the lamp](javascript:alert).', 'links must start with https: or mailto:'],
		[`See [the lamp](https://example.org/${'a'.repeat(2000)}).`, 'a link may have 2000 characters at most'],
		['Sleep helps [@hart-2014-night p. 3].', '“[@hart-2014-night p. 3]” is not a citation; write [@id]'],
		['Sleep helps [see @hart-2014-night].', '“[see @hart-2014-night]” is not a citation'],
		['Sleep helps [-@hart-2014-night].', '“[-@hart-2014-night]” is not a citation'],
		['Sleep helps [@hart-2014-night, *p.* 3].', 'is not a citation'],
		['Text '.repeat(10_001), 'a paragraph may have 50000 characters at most'],
	])('%s', (text, says) => {
		const files = appended(text)
		const lines = text.split('\n').length
		const first = (files.get(article) ?? '').split('\n').indexOf(end) + 3
		const [fault] = faultsOf(files)
		expect(fault?.message).toContain(says)
		expect(fault?.file).toBe(article)
		expect(fault?.line).toBeGreaterThanOrEqual(first)
		expect(fault?.line).toBeLessThan(first + lines)
	})

	it('is named at its own line of a paragraph', () => {
		expect(faultsOf(appended('One.\nTwo.\n| - | - |'))).toEqual([
			{ file: article, line: 37, message: 'tables are not part of the format' },
		])
	})
})
