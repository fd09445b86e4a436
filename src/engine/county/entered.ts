/** A figure of an official item as entered: met or not, a number in the unit asked, or “there is none here”. */
export type EnteredValue = boolean | number | 'none'
/** Parts of an item by id; a part that is asked of every school holds a figure per school id. */
export type EnteredFigures = Readonly<Record<string, EnteredValue | Readonly<Record<string, EnteredValue>>>>
/** Everything a county entered by hand, by item id. No result of the model depends on it. */
export type Entered = Readonly<Record<string, EnteredFigures>>
