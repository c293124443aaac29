<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AnswerList</name>
    <message>
        <source>matches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>greedy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>drawn at %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>perplexity %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cut at the token limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Answers of the model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>(an empty answer)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1
Run %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Decoder layer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The decoder layer whose attention is shown ([ and ])</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep this scale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep this scale while paging through layers, answers and samples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layer %1 of 0–%2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of its attention to the picture lay on the image.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 on image %2, the target</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>; chance would give %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ChainWords</name>
    <message>
        <source>folder of a checkpoint in the Hugging Face layout; empty: the demo model</source>
        <translation>Ordner eines Modells im Hugging-Face-Format; leer: das Demomodell</translation>
    </message>
    <message>
        <source>when an answer counts as wrong: normalised looks past case, punctuation and articles</source>
        <translation>wann eine Antwort als falsch gilt: normalised sieht über Großschreibung, Satzzeichen und Artikel hinweg</translation>
    </message>
    <message>
        <source>folder of a PEFT adapter to answer with</source>
        <translation>Ordner eines PEFT-Adapters, mit dem geantwortet wird</translation>
    </message>
    <message>
        <source>which samples are answered</source>
        <translation>welche Beispiele beantwortet werden</translation>
    </message>
    <message>
        <source>only samples of this layout</source>
        <translation>nur Beispiele dieser Anordnung</translation>
    </message>
    <message>
        <source>answer at most so many samples; 0: all</source>
        <translation>höchstens so viele Beispiele beantworten; 0: alle</translation>
    </message>
    <message>
        <source>an answer's perplexity must be above this</source>
        <translation>die Perplexität einer Antwort muss darüber liegen</translation>
    </message>
    <message>
        <source>the deciding layer, or a range such as 10-20; empty: the middle one</source>
        <translation>die entscheidende Schicht oder ein Bereich wie 10-20; leer: die mittlere</translation>
    </message>
    <message>
        <source>draw so many; 0: all</source>
        <translation>so viele ziehen; 0: alle</translation>
    </message>
    <message>
        <source>shares by the paper's approximate regions</source>
        <translation>Anteile nach den ungefähren Regionen des Artikels</translation>
    </message>
    <message>
        <source>which wrong answers become rejected ones</source>
        <translation>welche falschen Antworten zu abgelehnten werden</translation>
    </message>
    <message>
        <source>LAYOUT[:IMAGES]=SHARE, several with spaces between; empty: the paper's</source>
        <translation>ANORDNUNG[:BILDER]=ANTEIL, mehrere durch Leerzeichen getrennt; leer: die des Artikels</translation>
    </message>
    <message>
        <source>longer / shorter answer at most</source>
        <translation>längere / kürzere Antwort höchstens</translation>
    </message>
    <message>
        <source>share of characters that must differ</source>
        <translation>Anteil der Zeichen, die sich unterscheiden müssen</translation>
    </message>
    <message>
        <source>ground truths of so many characters are left out</source>
        <translation>richtige Antworten mit so vielen Zeichen bleiben weg</translation>
    </message>
    <message>
        <source>pairs a sample may give</source>
        <translation>Paare, die ein Beispiel geben darf</translation>
    </message>
    <message>
        <source>of the draw</source>
        <translation>der Ziehung</translation>
    </message>
    <message>
        <source>only the answers of this generate run</source>
        <translation>nur die Antworten dieses Laufs</translation>
    </message>
    <message>
        <source>the selection to train on; 0: the newest</source>
        <translation>die Auswahl, auf der trainiert wird; 0: die neueste</translation>
    </message>
    <message>
        <source>NAME=FOLDER of adapters to compare; empty: the newest training run's</source>
        <translation>NAME=ORDNER der Adapter im Vergleich; leer: der des neuesten Trainings</translation>
    </message>
    <message>
        <source>the folder to write; it is made</source>
        <translation>der Zielordner; er wird angelegt</translation>
    </message>
    <message>
        <source>pairs for MIA-DPO or LLaMA-Factory, or the adapter for PEFT</source>
        <translation>Paare für MIA-DPO oder LLaMA-Factory, oder der Adapter für PEFT</translation>
    </message>
    <message>
        <source>pairs: of this selection; 0: the newest</source>
        <translation>Paare: dieser Auswahl; 0: der neuesten</translation>
    </message>
    <message>
        <source>peft: of this training run; empty: the newest finished one</source>
        <translation>peft: dieses Trainings; leer: des neuesten fertigen</translation>
    </message>
    <message>
        <source>Generate answers…</source>
        <translation>Antworten erzeugen…</translation>
    </message>
    <message>
        <source>Generating answers</source>
        <translation>Antworten erzeugen</translation>
    </message>
    <message>
        <source>The model answers every sample that it has not answered yet, and where it looked is recorded.</source>
        <translation>Das Modell beantwortet jedes Beispiel, das es noch nicht beantwortet hat; wohin es schaute, wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Select pairs…</source>
        <translation>Paare auswählen…</translation>
    </message>
    <message>
        <source>Selecting pairs</source>
        <translation>Paare auswählen</translation>
    </message>
    <message>
        <source>Wrong answers become the rejected ones of pairs, by where the model looked. Needs no model; earlier selections stay.</source>
        <translation>Falsche Antworten werden zu den abgelehnten von Paaren, je nachdem, wohin das Modell schaute. Braucht kein Modell; frühere Auswahlen bleiben.</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>LoRA by DPO on the selected pairs. A run with the same settings is gone on with.</source>
        <translation>LoRA mit DPO auf den ausgewählten Paaren. Ein Lauf mit denselben Einstellungen wird fortgesetzt.</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>Auswerten…</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>The model before and after training answers the same held-out samples.</source>
        <translation>Das Modell beantwortet vor und nach dem Training dieselben zurückgehaltenen Beispiele.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes the selected pairs, or the trained adapter, for other tools.</source>
        <translation>Schreibt die ausgewählten Paare oder den trainierten Adapter für andere Werkzeuge.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing is called so. Try another word, or “sample 12”.</source>
        <translation>So heißt nichts. Versuchen Sie ein anderes Wort oder „Beispiel 12“.</translation>
    </message>
    <message>
        <source>Type a command, a page, a project, “sample 12” or “image 3”</source>
        <translation>Befehl, Seite, Projekt, „Beispiel 12“ oder „Bild 3“ eingeben</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>Gesuchter Befehl</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search in questions, answers and file names</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every word must occur in the question, the answer or the path (Ctrl+F)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl + wheel)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>uses %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 images, %2 questions about them, %3 rows quarantined (Ctrl+Shift+I)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 samples, %2 answers of models (Ctrl+Shift+S)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Esc clears the search.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No images yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import photos with their questions:
mia import FILE --images FOLDER --project %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No samples yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compose them from the images:
mia compose --layout sequence --project %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Back to the gallery</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back to the gallery (Esc)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show large</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show large (Enter in the gallery)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous (←)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next (→)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outline the images</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Smooth heatmap, not raw patches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One picture px per screen px</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layer down</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layer up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an image or a sample in the gallery.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>%1, row %2, id %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ground truth</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Answers of the model</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where it looked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prompt as sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>content %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the sample that uses it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the %1 samples that use it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>target is image %1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>held-out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>None yet. “mia generate” asks a model and records where it looks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>recipe seed %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>a whole number is needed</source>
        <translation>eine ganze Zahl wird gebraucht</translation>
    </message>
    <message>
        <source>a number is needed, such as 0.1 or 5e-5</source>
        <translation>eine Zahl wird gebraucht, etwa 0.1 oder 5e-5</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>wird gebraucht</translation>
    </message>
</context>
<context>
    <name>GalleryDelegate</name>
    <message>
        <source>Missing photo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message numerus="yes">
        <source> · %n images</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source> · held-out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>single</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sequence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>grid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>pic-in-pic</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HeatLegend</name>
    <message>
        <source>Heatmap scale from 0 to %1 times uniform</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attention per patch, in times uniform: 1 is what chance would give every patch.
One scale for all pictures of this answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 × uniform</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 chance</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import photos and their questions</source>
        <translation>Fotos und ihre Fragen importieren</translation>
    </message>
    <message>
        <source>Drop a file or a folder anywhere on the window, or choose it here. Photos stay where they are.</source>
        <translation>Ziehen Sie eine Datei oder einen Ordner irgendwo auf das Fenster, oder wählen Sie hier. Fotos bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>A JSON list of LLaVA-instruct records</source>
        <translation>Eine JSON-Liste von LLaVA-instruct-Einträgen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>The folder that its image paths begin at</source>
        <translation>Der Ordner, bei dem die Bildpfade beginnen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>The open project's folder, or a new one</source>
        <translation>Der Ordner des offenen Projekts oder ein neuer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only what would be set aside</source>
        <translation>Nur was beiseitegelegt würde</translation>
    </message>
    <message>
        <source>Preview of the first rows</source>
        <translation>Vorschau der ersten Zeilen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 holds %2 photos, but no questions about them. MIA Studio learns from questions with their answers: choose the JSON file that asks about these photos.</source>
        <translation>%1 enthält %2 Fotos, aber keine Fragen dazu. MIA Studio lernt aus Fragen mit ihren Antworten: Wählen Sie die JSON-Datei, die nach diesen Fotos fragt.</translation>
    </message>
    <message>
        <source>%1 holds neither a file of questions nor photos. Choose a JSON list of LLaVA-instruct records.</source>
        <translation>%1 enthält weder eine Datei mit Fragen noch Fotos. Wählen Sie eine JSON-Liste von LLaVA-instruct-Einträgen.</translation>
    </message>
    <message>
        <source>The file is %1. The rows before it can be imported.</source>
        <translation>Die Datei ist %1. Die Zeilen davor können importiert werden.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 rows</source>
        <translation>%1 · %2 · %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 · %2 · about %3 rows</source>
        <translation>%1 · %2 · etwa %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Preview of all %1 rows</source>
        <translation>Vorschau aller %1 Zeilen</translation>
    </message>
    <message>
        <source>Preview of the first %1 rows</source>
        <translation>Vorschau der ersten %1 Zeilen</translation>
    </message>
    <message>
        <source>%1: all of them become questions.</source>
        <translation>%1: Alle werden zu Fragen.</translation>
    </message>
    <message>
        <source>%1: %2 become questions, %3 would be set aside (%4).</source>
        <translation>%1: %2 werden zu Fragen, %3 würden beiseitegelegt (%4).</translation>
    </message>
</context>
<context>
    <name>ItemLoader</name>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source> · target</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>%1: %2 / %3 %4</source>
        <translation>%1: %2 / %3 %4</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet…</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>läuft…</translation>
    </message>
    <message>
        <source>pausing: finishing what it holds…</source>
        <translation>hält an: beendet, was es gerade tut…</translation>
    </message>
    <message>
        <source>stopping: finishing what it holds…</source>
        <translation>stoppt: beendet, was es gerade tut…</translation>
    </message>
    <message>
        <source>paused; goes on from where it is</source>
        <translation>angehalten; geht von hier weiter</translation>
    </message>
    <message>
        <source>stopped; what was done is kept</source>
        <translation>gestoppt; was getan ist, bleibt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>ended without a word: it was killed, or the machine was switched off. What was done is kept</source>
        <translation>endete ohne ein Wort: Es wurde abgebrochen, oder der Rechner wurde ausgeschaltet. Was getan ist, bleibt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>JobCenter</name>
    <message>
        <source>The program “mia” was not found beside this one or on the PATH. Install it, or build the target mia_app_cli.</source>
        <translation>Das Programm „mia“ fand sich weder neben diesem noch im PATH. Installieren Sie es, oder bauen Sie das Ziel mia_app_cli.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>Show what the job printed</source>
        <translation>Zeigen, was der Auftrag ausgegeben hat</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Pause: finishes what it holds and waits, also over a restart</source>
        <translation>Anhalten: beendet, was es gerade tut, und wartet, auch über einen Neustart</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Go on from where it stopped</source>
        <translation>Fortsetzen, wo es stehen blieb</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Stop in good order: what was done is kept, and it can go on later</source>
        <translation>Geordnet stoppen: Was getan ist, bleibt, und es kann später weitergehen</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>JobTray</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>Protokoll des Auftrags</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Aufträge zeigen</translation>
    </message>
    <message>
        <source>Fold the jobs to one line</source>
        <translation>Aufträge auf eine Zeile falten</translation>
    </message>
    <message>
        <source>It has printed nothing so far.</source>
        <translation>Es hat bisher nichts ausgegeben.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>Tasten und was sie tun</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>Projekt %1</translation>
    </message>
    <message>
        <source>There is no MIA project in %1. A project folder holds a file project.sqlite; “New project from…” makes one.</source>
        <translation>In %1 ist kein MIA-Projekt. Ein Projektordner enthält eine Datei project.sqlite; „Neues Projekt aus…“ legt eines an.</translation>
    </message>
    <message>
        <source>Making the demo project</source>
        <translation>Demoprojekt anlegen</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation>Beispiele zeigen</translation>
    </message>
    <message>
        <source>Show what was set aside</source>
        <translation>Beiseitegelegtes zeigen</translation>
    </message>
    <message>
        <source>Show the images</source>
        <translation>Bilder zeigen</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>Projektordner öffnen</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Farben: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Farben: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Farben: dunkel</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Shift+T)</source>
        <translation>%1 (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Tasten dieser Seite</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Demo project</source>
        <translation>Demoprojekt</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>Protokoll des Auftrags</translation>
    </message>
    <message>
        <source>Fold the jobs to one line, or show them all</source>
        <translation>Aufträge auf eine Zeile falten oder alle zeigen</translation>
    </message>
    <message>
        <source>Read the project again</source>
        <translation>Projekt neu lesen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>Nächste Farben</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit; jobs go on</source>
        <translation>Beenden; Aufträge laufen weiter</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Recent project · %1</source>
        <translation>Früheres Projekt · %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Compose samples</source>
        <translation>Beispiele anordnen</translation>
    </message>
    <message>
        <source>The steps of the chain</source>
        <translation>Die Schritte der Kette</translation>
    </message>
    <message>
        <source>The steps of the chain; next: %1</source>
        <translation>Die Schritte der Kette; als Nächstes: %1</translation>
    </message>
    <message>
        <source>%1   (next step)</source>
        <translation>%1   (nächster Schritt)</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Dismiss</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung entfernen</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 × uniform at this patch</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PreviewDelegate</name>
    <message>
        <source>(no question)</source>
        <translation>(keine Frage)</translation>
    </message>
    <message>
        <source>set aside, %1</source>
        <translation>beiseitegelegt, %1</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n Wechsel</numerusform>
            <numerusform>%n Wechsel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentButton</name>
    <message>
        <source>Open project %1</source>
        <translation>Projekt %1 öffnen</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>system: as the desktop has it</source>
        <translation>system: wie die Oberfläche</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>your name, kept with what you decide</source>
        <translation>Ihr Name, bei dem, was Sie entscheiden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>in new forms; empty: the demo model</source>
        <translation>in neuen Formularen; leer: das Demomodell</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>that a job may use; 0: as it likes</source>
        <translation>die ein Auftrag nutzen darf; 0: wie er will</translation>
    </message>
    <message>
        <source>No motion</source>
        <translation>Keine Bewegung</translation>
    </message>
    <message>
        <source>menus and hints appear at once</source>
        <translation>Menüs und Hinweise erscheinen sofort</translation>
    </message>
</context>
<context>
    <name>ShareBar</name>
    <message>
        <source>Attention: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 elsewhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 on image %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> (the target)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>elsewhere</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>See where a vision-language model looks, and teach it to look better.</source>
        <translation>Sehen, wohin ein Bild-Sprach-Modell schaut, und ihm beibringen, besser hinzusehen.</translation>
    </message>
    <message>
        <source>Demo project</source>
        <translation>Demoprojekt</translation>
    </message>
    <message>
        <source>A small model on drawn scenes. The whole chain, no network.</source>
        <translation>Ein kleines Modell auf gezeichneten Szenen. Die ganze Kette, ohne Netz.</translation>
    </message>
    <message>
        <source>New project from…</source>
        <translation>Neues Projekt aus…</translation>
    </message>
    <message>
        <source>Questions in a LLaVA JSON file and a folder of photos.</source>
        <translation>Fragen in einer LLaVA-JSON-Datei und ein Ordner mit Fotos.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>A project folder that is there already.</source>
        <translation>Ein Projektordner, den es schon gibt.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Frühere Projekte</translation>
    </message>
</context>
<context>
    <name>StepSheet</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>the paper's</source>
        <translation>denen des Artikels</translation>
    </message>
    <message>
        <source>the demo's</source>
        <translation>denen der Demo</translation>
    </message>
    <message>
        <source>Settings to begin with</source>
        <translation>Einstellungen am Anfang</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>Dasselbe als Befehl</translation>
    </message>
    <message>
        <source>Copy the command that does the same</source>
        <translation>Befehl kopieren, der dasselbe tut</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
</context>
</TS>
