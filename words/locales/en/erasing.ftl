### Erasing the text of an answer: the question, what it means, and who hears of it.

erase-ask =
    <b>{ $number }{ $of }</b> { $title }

    { $stays ->
        [yes] Erase the text of the answer? The answer stays, and in place of its text the report will say that it was removed, and on which day. It will be erased from all its versions, from the rows of the site and their history, from our messages in this chat and from yours of the last two days; the evidence goes with it. The coordinator will see that a text was erased, but not what it said. Please delete older messages of yours yourself. This cannot be undone.
       *[no] Erase the text of the answer? It will be erased from all its versions, from the rows of the site and their history, from our messages in this chat and from yours of the last two days; the evidence goes with it, and the answer is taken back. The coordinator will see that a text was erased, but not what it said. Please delete older messages of yours yourself. This cannot be undone.
    }
    .mail =
        <b>{ $number }{ $of }</b> { $title }

        { $stays ->
            [yes] Erase the text of the answer? The answer stays, and in place of its text the report will say that it was removed, and on which day. It will be erased from all its versions, and from the rows of the site and their history; the evidence goes with it. The coordinator will see that a text was erased, but not what it said. Please delete the mails in which you wrote and received it yourself. This cannot be undone.
           *[no] Erase the text of the answer? It will be erased from all its versions, and from the rows of the site and their history; the evidence goes with it, and the answer is taken back. The coordinator will see that a text was erased, but not what it said. Please delete the mails in which you wrote and received it yourself. This cannot be undone.
        }
erase-yes = Yes, erase the text
erase-letter = The signed letter No. { $number } ({ $on }) still holds the text: only those who keep the letter can erase it there.
erase-letter-draft = The draft of a letter (making { $turn }, { $when }) holds the text: unless it is signed already, have it made again, and delete the earlier file.
text-erased = The text of this answer was erased.
text-erased-backups = Backups hold it no longer from this day on: { $on }.
answer-erased =
    { $why ->
        [law] <b>The text of an answer was erased, as the law asks:</b> { $code }, { noun-nom }{ $number }{ $of } (by { $name }). It is being erased from the rows of the site and their version history, too.
       *[asked] <b>The text of an answer was erased at the request of the institution:</b> { $code }, { noun-nom }{ $number }{ $of } (by { $name }). It is being erased from the rows of the site and their version history, too.
    }
answer-erased-files = The evidence given with this answer was removed; the site's recycle bin still has it, please delete it there as well.
answer-erased-sought = The finished reports that are kept ({ $count }) are being searched; of each you will hear whether it holds the erased text, and where it is to be replaced.
answer-erased-body =
    { $why ->
        [law] <b>A coordinator erased the text of your answer, as the law asks:</b> { $number }{ $of } ({ $name }). What it said is kept nowhere any more.
       *[asked] <b>A coordinator erased the text of your answer at your institution's request:</b> { $number }{ $of } ({ $name }). What it said is kept nowhere any more.
    }

## A finished report that holds an erased text

record-searched = <b>The finished report was searched:</b> { $title } (“{ $name }”)
record-search =
    { $found ->
        [holds] { $code }, { $number } – the report holds the erased text. We keep the file no longer; please hand in a corrected one and replace it wherever the report was published.
        [unreadable] { $code }, { $number } – this file cannot be searched. Please look yourself whether it holds the erased text; if so, hand in a corrected file, if not, say so on the page of the finished report.
        [nothing] { $code }, { $number } – the erased text was not found in the report word for word. If it is retold there, please hand in a corrected file.
       *[sought] { $code }, { $number } – we are searching the report for the erased text.
    }
record-replace = to be replaced
record-replace-in = – { $name }: <b>to be replaced</b>

## The worksheet page, and the page of a round

ws-erase = Erase the text…
ws-erase-hint =
    { $stays ->
        [yes] The text will be erased from all versions of this answer, from the rows of the site and their history, and from our and your recent messages in chats; the evidence goes with it. The answer stays, and in place of its text the report will say that it was removed, and on which day. The coordinator will see that a text was erased, but not what it said. Please delete older messages and mails that said it yourself. This cannot be undone.
       *[no] The text will be erased from all versions of this answer, from the rows of the site and their history, and from our and your recent messages in chats; the evidence goes with it, the answer is taken back, and the question is open again. The coordinator will see that a text was erased, but not what it said. Please delete older messages and mails that said it yourself. This cannot be undone.
    }
ws-erase-yes = Erase the text
ws-text = Text
ws-is-erased = removed { $on }
ws-said-erased = The text was erased, and the answer taken back.
ws-said-erased-stays = The text was erased; the answer stays, and says that it was removed.
ws-said-erased-for = The text was erased; the institution will hear of it.
ws-desk-erase = The answer whose text is to be erased
ws-desk-erase-hint = The text will be erased from all versions, from the rows of the site and their history, and from the report; in its place stands that it was removed, and on which day. While answers are still taken and no letter was signed, the answer is taken back. The institution will hear of it. This cannot be undone.
ws-desk-erase-why = Why
ws-desk-erase-because =
    { $why ->
        [law] The law asks for it
       *[asked] The institution asks for it
    }
ws-desk-erase-sure = Erase it; this cannot be undone
ws-error-desk-erase = Choose the answer whose text is to be erased.
ws-error-desk-erase-why = Say why the text is to be erased.
ws-record-emptied = no longer kept
ws-record-looked = I looked: it does not hold the erased text
ws-said-record-looked = Noted: the finished report does not hold the erased text.
