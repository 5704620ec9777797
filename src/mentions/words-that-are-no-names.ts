const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words that open sentences with a capital they owe to the place; a name may follow at once. Small letters. */
export const OPENERS = list(`
a an the this that these those he she it they we i you his her its their our my your who what when where why how which whose whom there here
in on at by for from to of as with without within into onto over under above below across through throughout during before after since until till between among amongst against about around near
off out up down along behind beyond beside besides despite upon toward towards per via unlike like amid amidst outside inside including excluding concerning regarding following given considering
and but or nor so yet if because while whereas although though unless whether once than both either neither not no yes nevertheless nonetheless however therefore thus hence moreover furthermore
also too very just only even still then now ever never often always sometimes usually generally typically historically traditionally originally initially eventually finally recently currently previously formerly today yesterday tomorrow
later earlier soon meanwhile instead otherwise perhaps maybe indeed similarly likewise consequently accordingly additionally alternatively subsequently afterwards afterward overall together apart rather quite almost nearly about
some any many much more most few fewer several all each every other others another such same own various numerous certain different one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand
be is are was were been being do does did done has have had having can could may might must shall should will would
according due thanks there under using despite having being because whereas wherever whenever whatever whoever whichever anyone everyone someone
nobody nothing something everything anything none former then early late current several most many numerous additional further given
`)

/** Words that usually describe where they open a sentence, yet open a name too: "National", "Little". Small letters. */
export const DESCRIBERS = list(`
acting ancient art authorities bad based best better big children civil common compared contemporary contrary critics culture dear death depending
earlier economic economics education except experts famous federal final first forces fourth future general giving good government health hello high
historians history human important initial instead international language large last later latter law let life little local long low main major making
members men mid military minor modern music national natural nature new next notable note officials oh old opponents original owing part particular
parts past peace people physical please police political politics popular present prior private protesters protests public rather recent religion
religious researchers residents scholars science scientists second see short similar small social society soldiers special specific state students
subsequent supporters taking teachers thank third traditional troops use war well women work workers young
`)

/** Words that with a capital stand for no name by themselves: months, days, numbers, kinds of things. Small letters. */
export const NO_NAMES = list(`
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
i i'm i've i'd i'll ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi am pm bc bce ad ce ok tv dvd cd pc vs
christmas easter ramadan god lord internet web earth moon sun bible one two three
act acts article articles amendment agreement area army bill board book bureau cabinet chapter church city club college colony committee company constitution corporation council county court crown democracy
department district division edition empire faculty federation figure foundation general government group house institute island kingdom lake law league library mayor minister ministry movement museum nation navy north
office order paper paragraph park parliamentary party phase president prime professor province region report republic river road school section service side society square state states station statute street table team territory theatre theorem time title
town treaty tribunal union university version village volume war west world zone page line point part type class category grade level rule case example question problem theory principle
mr mrs ms dr sir lady king queen prince princess emperor pope sultan saint senator governor secretary chancellor ambassador attorney judge justice chief director chairman officer captain colonel major lieutenant sergeant
father mother brother sister son daughter king's queen's bachelor master masters doctor doctorate
vol no nos fig ed eds pp ch sec phd mphil md ba ma bsc msc mba new great little old long high big grand upper lower inner outer greater left right east south centre center
`)

/** Months and days: part of a name only where another capital follows and no date is meant ("Sunday Times"). */
export const CALENDAR_WORDS = list(`
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday`)
