/** Mistakes in a template: named by line, with what to do; and templates without end. */
import { describe, expect, it } from 'vitest'
import { faultsOf, laidOut } from '#backend/templates/render.ts'
import { shippedTemplates } from '#backend/templates/shipped.ts'
import { exportLayouts } from '#contract/tokens.ts'
import { sample } from '#domain/export/sample.ts'
import { host, input } from '../export/sample.ts'

const { layouts, parts } = await shippedTemplates(host.templatesFolder)
const faults = (text: string, milliseconds = 5000) => faultsOf(sample, { text, parts }, milliseconds)

it.each(exportLayouts)('the template “%s” has none', (id) => {
	expect(faults(layouts[id])).toEqual([])
	expect(faultsOf(input, { text: layouts[id], parts }, 5000)).toEqual([])
	// Nothing to export is no fault.
	const nothing = { ...sample, notes: [], points: [], texts: [], depictions: [] }
	expect(faultsOf(nothing, { text: layouts[id], parts }, 5000)).toEqual([])
})

describe('a mistake is named by line and column, with what to do', () => {
	it.each([
		['a\n{{ titel }}', 2, 4, 'There is nothing called “titel” here. Did you mean “title”?'],
		[
			'{% if false %}\n  {{ nonsense }}\n{% endif %}',
			2,
			6,
			/^There is nothing called “nonsense” here. Known here: title, /,
		],
		['{% for note in notes %}\n{{ note.coment }}{% endfor %}', 2, 4, /“note.coment” here. Did you mean “comment”\?$/],
		['x\n\n{{ title | upcas }}', 3, 12, /^There is no filter “upcas”. /],
		['{{ title | higlight }}', 1, 12, 'There is no filter “higlight”. Did you mean “highlight”?'],
		['{% fro note in notes %}{% endfor %}', 1, 1, 'There is no tag “fro”. Did you mean “for”?'],
		['{% for note in notes %}\nx', 1, 1, '“for” is never ended. Write {% endfor %} after what belongs to it.'],
		['x {% endif %}', 1, 3, 'Nothing is open that “endif” could end. Take it out, or begin with {% if %}.'],
		['{{ title', 1, 1, 'This is never ended. Write }} after the name.'],
		['{% if title', 1, 1, 'This tag is never ended. Write %} at its end.'],
		[
			'{% for note in notes %}{{ note }}{% endfor %}',
			1,
			24,
			/^This has several fields and is not text. Write one of them: id, kind, /,
		],
		['{{ title | cite }}', 1, 1, /^The filter “cite” wants sources\./],
		['{{ title | annotated: notes }}', 1, 1, /^The filter “annotated” wants a text\./],
		['{% render "nothing" %}', 1, 1, /^There is no part “nothing”\./],
		['{% render "../../../etc/passwd" %}', 1, 1, /^There is no part /],
		['a\n:::warning\nb\n:::', 2, 1, /^Known after “:::”: note, relation, marks\./],
		['a\n:::note[x]\nb', 2, 1, /^This note is never ended\./],
		['a\n:::', 2, 1, /^Nothing is open that “:::” could end\./],
	])('%j', (text, line, column, sentence) => {
		const [first] = faults(text)
		expect(first).toEqual({ line, column, sentence: expect.stringMatching(sentence) })
	})

	it('all of them at once', () => {
		const lines = faults('{{ a }}\n{% nothing %}\n{{ title | none }}').map(({ line }) => line)
		expect(lines).toEqual([2, 3])
		expect(faults('{{ a }}\n\n{{ b }}').map(({ line }) => line)).toEqual([1, 3])
		expect(faults(':::x\n{{ a }}\n{{ notes.a }}').map(({ line }) => line)).toEqual([1, 2, 3])
		expect(faults('{% for n in notes %}{{ n.a }}{% endfor %}\n{{ title.b }}').map(({ line }) => line)).toEqual([1, 2])
	})

	it('in the sentence of an export that is refused', () => {
		const refused = expect.objectContaining({
			code: 'BAD_REQUEST',
			message:
				'The template has a fault in line 2, column 4: There is nothing called “titel” here. Did you mean “title”?',
		})
		expect(() => laidOut(input, { text: '\n{{ titel }}', parts }, 'apa')).toThrow(refused)
	})
})

describe('a template without end is stopped', () => {
	const loop = '{% for a in (1..3000) %}{% for b in (1..3000) %}'
	const end = '{% endfor %}{% endfor %}'
	it.each([
		['a loop', `${loop}{% assign c = a %}${end}`, /does not come to an end/],
		['an empty loop', '{% for a in (1..900000000) %}{% endfor %}', /more than an export can hold/],
		['Markdown', `${loop}word ${end}`, /does not come to an end|more than an export/],
		['words', `${loop}{{ title }}${end}`, /does not come to an end|more than an export/],
		[
			'text that doubles',
			'{% assign a = "xx" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
			/more than/,
		],
		[
			'text that is caught and doubles',
			'{% assign a = "xx" %}{% for i in (1..60) %}{% capture a %}{{ a | raw }}{{ a | raw }}{% endcapture %}{% endfor %}{{ a }}',
			/more than|not come to an end/,
		],
		['a part that asks for itself', '{% render "self" %}', /more than|no part/],
		['a paragraph', '{% for a in (1..9000) %}*a {% endfor %}', /more than an export can hold/],
		[
			'paragraphs that are slow to read',
			'{% for a in (1..200) %}{% for b in (1..6000) %}*a {% endfor %}\n\n{% endfor %}',
			/not come to an end/,
		],
		['quotes in quotes', '{% for a in (1..9000) %}> {% endfor %}x', /./],
	])('%s', (_, text, sentence) => {
		const before = performance.now()
		const [first] = faultsOf(sample, { text, parts: { ...parts, self: '{% render "self" %}' } }, 1000)
		expect(first?.sentence).toMatch(sentence)
		expect(performance.now() - before).toBeLessThan(10_000)
	})
})
