/** Every shortcut there is, as the sheet shows them. */
const mac = /mac/i.test(navigator.userAgent)
const command = mac ? '⌘' : 'Ctrl'

export const shortcutGroups = [
	{
		title: 'Everywhere',
		entries: [
			{ keys: [`${command} K`, '/'], what: 'Search' },
			{ keys: [`${command} ,`], what: 'Settings' },
			{ keys: ['y'], what: 'Copy the address of what is shown' },
			{ keys: [mac ? '⇧ ⌘ E' : 'Ctrl Shift E', 'x'], what: 'Export notes' },
			{ keys: ['?'], what: 'This sheet' },
			{ keys: [mac ? '⌘ [' : 'Alt ←'], what: 'Back' },
			{ keys: [mac ? '⌘ ]' : 'Alt →'], what: 'Forward' },
			{ keys: [`${command} P`], what: 'Print' },
			{ keys: ['Esc'], what: 'Close, or clear the marked words' },
		],
	},
	{
		title: 'Compare',
		entries: [
			{ keys: ['j', 'k'], what: 'Next or previous point' },
			{ keys: ['e'], what: 'Evidence of the point, open or closed' },
			{ keys: ['E'], what: 'All evidence, open or closed' },
			{ keys: ['n'], what: 'Note on the point' },
			{ keys: ['c'], what: 'Copy the point with its citation' },
			{ keys: ['w'], what: 'Make a card of the point' },
			{ keys: ['1', '2', '3'], what: 'Points, Full texts, Matrix' },
		],
	},
	{
		title: 'Full texts, side by side',
		entries: [
			{ keys: ['s'], what: 'Scroll together, or pause' },
			{ keys: ['[', ']'], what: 'To the text on the left or right' },
			{ keys: ['<', '>'], what: 'Move the text to the left or right' },
			{ keys: ['b'], what: 'Set one more text beside' },
			{ keys: ['f'], what: 'Find in the text' },
		],
	},
	{
		title: 'Read',
		entries: [
			{ keys: ['j', 'k'], what: 'Next or previous section' },
			{ keys: ['b'], what: 'Set another text beside' },
			{ keys: ['Space'], what: 'A page down' },
			{ keys: ['r'], what: 'Reading ruler, on or off; also in Full texts' },
			{ keys: ['↓', '↑'], what: 'Reading ruler: next or previous line' },
		],
	},
	{
		title: 'Marks and notes, in any text',
		entries: [
			{ keys: ['.', ','], what: 'Next or previous sentence' },
			{ keys: [mac ? '⌥ ↓' : 'Alt ↓', mac ? '⌥ ↑' : 'Alt ↑'], what: 'The same; with Shift, extend' },
			{ keys: ['p', 'P'], what: 'This and the next paragraph, or the previous one' },
			{ keys: ['h', '1 – 5'], what: 'Highlight what is selected, in a colour' },
			{ keys: ['n', 'q'], what: 'Note or question on it' },
			{ keys: ['l'], what: 'Link it: one passage, then the other' },
			{ keys: ['c'], what: 'Copy it with its citation' },
			{ keys: ['w'], what: 'Make a card of it' },
			{ keys: ['Enter'], what: 'Open the mark, or the tools' },
			{ keys: ['m'], what: 'From a mark to its note, and back' },
			{ keys: [`${command} Z`, mac ? '⇧ ⌘ Z' : 'Ctrl Y'], what: 'Undo, redo' },
		],
	},
	{
		title: 'Notes',
		entries: [
			{ keys: ['n'], what: 'New note' },
			{ keys: ['j', 'k'], what: 'Next or previous note' },
			{ keys: ['Enter'], what: 'Open the passage' },
			{ keys: ['e'], what: 'Edit the note' },
			{ keys: ['c'], what: 'Copy the passage with its citation' },
			{ keys: ['w'], what: 'Make a card of it' },
			{ keys: ['Del'], what: 'Delete the note' },
			{ keys: ['a', 'r', 'd'], what: 'A passage that has changed: take the new one, mark it again, let it go' },
		],
	},
	{
		title: 'Making cards',
		entries: [
			{ keys: ['w'], what: 'On Cards: add a card by hand' },
			{ keys: [`${command} Enter`], what: 'Make the cards that are chosen' },
			{ keys: [mac ? '⇧ ⌘ C' : 'Ctrl Shift C'], what: 'Make a gap of the words that are selected' },
			{ keys: ['a', 'd'], what: 'A card whose source has changed: take the new wording, keep the old one' },
		],
	},
	{
		title: 'Studying cards',
		entries: [
			{ keys: ['Space', 'Enter'], what: 'Show the answer; then: known well, the next one' },
			{ keys: ['1', '2', '3', '4'], what: 'Again, hard, good, easy' },
			{ keys: ['u'], what: 'Take the last answer back' },
			{ keys: ['e'], what: 'Edit the card' },
			{ keys: ['o'], what: 'Open the passage that it comes from' },
			{ keys: ['f'], what: 'Full screen, on or off' },
		],
	},
	{
		title: 'Browse cards',
		entries: [
			{ keys: ['f'], what: 'Find cards' },
			{ keys: ['↓', '↑'], what: 'Next or previous card; with Shift, choose on the way' },
			{ keys: ['Space'], what: 'Choose the card, or let it go' },
			{ keys: [`${command} A`], what: 'Choose all that is found' },
			{ keys: ['Enter', 'e'], what: 'Edit the card' },
			{ keys: ['s', 'b'], what: 'Suspend or bury; the same again takes it back' },
			{ keys: ['m', 't'], what: 'Move to a deck; change tags' },
			{ keys: ['r'], what: 'Make new: forget what was learned' },
			{ keys: ['o'], what: 'Open the passage' },
			{ keys: ['Del'], what: 'Delete' },
		],
	},
	{
		title: 'Making presentations',
		entries: [
			{ keys: ['n'], what: 'On Present: a new presentation from a comparison' },
			{ keys: ['↓', '↑'], what: 'In the list of slides: next or previous slide' },
			{ keys: [mac ? '⌥ ↓' : 'Alt ↓', mac ? '⌥ ↑' : 'Alt ↑'], what: 'Move the slide' },
			{ keys: [`${command} X`, `${command} C`, `${command} V`], what: 'Cut, copy and paste the slide' },
			{ keys: ['Ins', 'Del'], what: 'Duplicate or delete the slide' },
		],
	},
	{
		title: 'Presenting',
		entries: [
			{ keys: ['→', '↓', 'Space', 'PageDown'], what: 'Next step or slide' },
			{ keys: ['←', '↑', 'PageUp'], what: 'Back' },
			{ keys: ['Home', 'End'], what: 'First or last slide' },
			{ keys: ['1 – 9'], what: 'With Enter: to that slide' },
			{ keys: ['b'], what: 'Black screen, on or off' },
			{ keys: ['p'], what: 'Point with the mouse; with Shift, the arrows move the pointer' },
			{ keys: ['z'], what: 'Enlarge a part of the slide, then the next one' },
			{ keys: ['⇧ ↓', '⇧ ↑'], what: 'Scroll a slide that is too long' },
			{ keys: ['1', '2', '3', '4'], what: 'A slide that is held back: show it, cover it, skip it, stay' },
			{ keys: ['j'], what: 'Show the room how to follow' },
			{ keys: ['f'], what: 'To following; on a single screen, full screen' },
			{ keys: ['n'], what: 'Larger notes' },
			{ keys: ['s'], what: 'Swap the displays' },
			{ keys: ['Esc'], what: 'Leave what is on: pointer, zoom, black; on a single screen, ask to leave it' },
		],
	},
	{
		title: 'Search',
		entries: [
			{ keys: ['↓', '↑'], what: 'Next or previous result' },
			{ keys: ['→', '←'], what: 'Reality or fiction' },
			{ keys: ['Enter'], what: 'Open at the passage' },
		],
	},
]
