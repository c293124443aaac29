<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CanvasPicture</name>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source> · target</source>
        <translation> · Ziel</translation>
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
        <source>an answer&apos;s perplexity must be above this</source>
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
        <source>shares by the paper&apos;s approximate regions</source>
        <translation>Anteile nach den ungefähren Regionen des Artikels</translation>
    </message>
    <message>
        <source>which wrong answers become rejected ones</source>
        <translation>welche falschen Antworten zu abgelehnten werden</translation>
    </message>
    <message>
        <source>LAYOUT[:IMAGES]=SHARE, several with spaces between; empty: the paper&apos;s</source>
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
    <message>
        <source>folder of a checkpoint; empty: the one that the training run began with</source>
        <translation>Ordner eines Modells; leer: das, mit dem das Training begann</translation>
    </message>
    <message>
        <source>whose adapter the second model has</source>
        <translation>dessen Adapter das zweite Modell hat</translation>
    </message>
    <message>
        <source>the newest finished</source>
        <translation>das neueste fertige</translation>
    </message>
    <message>
        <source>ask so many, evenly of every layout and number of images; 0: all</source>
        <translation>so viele fragen, gleichmäßig aus jeder Anordnung und Bilderzahl; 0: alle</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>NAME=FOLDER of adapters to compare instead of a training run&apos;s</source>
        <translation>NAME=ORDNER von Adaptern, die statt dem eines Trainings verglichen werden</translation>
    </message>
    <message>
        <source>automatic: what the rule selected; accepted: what the audit accepted, with edits and swaps</source>
        <translation>automatic: was die Regel ausgewählt hat; accepted: was beim Prüfen angenommen wurde, mit Änderungen und Tausch</translation>
    </message>
</context>
<context>
    <name>ConfigWords</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Höchstzahl</translation>
    </message>
    <message>
        <source>Min perplexity</source>
        <translation>Mindestperplexität</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Max pairs</source>
        <translation>Höchstzahl Paare</translation>
    </message>
    <message>
        <source>Paper share</source>
        <translation>Anteil wie im Artikel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Max length ratio</source>
        <translation>Längenverhältnis</translation>
    </message>
    <message>
        <source>Min edit distance</source>
        <translation>Editierdistanz</translation>
    </message>
    <message>
        <source>Max ground truth</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Per sample</source>
        <translation>Je Beispiel</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Max new tokens</source>
        <translation>Neue Token</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Gezogene Antworten</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Warmup ratio</source>
        <translation>Aufwärmanteil</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>Max grad norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Num train epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Max steps</source>
        <translation>Höchstzahl Schritte</translation>
    </message>
    <message>
        <source>Micro batch size</source>
        <translation>Mikrobatchgröße</translation>
    </message>
    <message>
        <source>Max length</source>
        <translation>Höchstlänge</translation>
    </message>
    <message>
        <source>Lora r</source>
        <translation>LoRA r</translation>
    </message>
    <message>
        <source>Lora alpha</source>
        <translation>LoRA alpha</translation>
    </message>
    <message>
        <source>Lora dropout</source>
        <translation>LoRA-Dropout</translation>
    </message>
    <message>
        <source>Disable dropout</source>
        <translation>Ohne Dropout</translation>
    </message>
    <message>
        <source>Save steps</source>
        <translation>Speichern alle</translation>
    </message>
    <message>
        <source>Eval steps</source>
        <translation>Bewerten alle</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>where an answer is cut</source>
        <translation>wo eine Antwort abgeschnitten wird</translation>
    </message>
    <message>
        <source>answers drawn per prompt besides the greedy one</source>
        <translation>Antworten, die je Prompt neben der greedy Antwort gezogen werden</translation>
    </message>
    <message>
        <source>of the drawn answers</source>
        <translation>der gezogenen Antworten</translation>
    </message>
    <message>
        <source>prompts answered together</source>
        <translation>Prompts, die zusammen beantwortet werden</translation>
    </message>
    <message>
        <source>keep a mean attention map per picture and layer</source>
        <translation>eine mittlere Aufmerksamkeitskarte je Bild und Schicht behalten</translation>
    </message>
    <message>
        <source>how strongly the policy is held to the reference</source>
        <translation>wie stark die Policy an der Referenz gehalten wird</translation>
    </message>
    <message>
        <source>weight of the cross-entropy of the chosen answer</source>
        <translation>Gewicht der Kreuzentropie der bevorzugten Antwort</translation>
    </message>
    <message>
        <source>peak learning rate</source>
        <translation>höchste Lernrate</translation>
    </message>
    <message>
        <source>share of the steps that warm up, linearly</source>
        <translation>Anteil der Schritte mit linearem Aufwärmen</translation>
    </message>
    <message>
        <source>AdamW&apos;s weight decay</source>
        <translation>Weight Decay von AdamW</translation>
    </message>
    <message>
        <source>gradients are clipped to this norm; 0 never</source>
        <translation>Gradienten werden auf diese Norm gekürzt; 0: nie</translation>
    </message>
    <message>
        <source>how often each pair is seen</source>
        <translation>wie oft jedes Paar gesehen wird</translation>
    </message>
    <message>
        <source>stop after so many steps; 0: by epochs</source>
        <translation>nach so vielen Schritten aufhören; 0: nach Epochen</translation>
    </message>
    <message>
        <source>pairs per optimiser step</source>
        <translation>Paare je Optimierungsschritt</translation>
    </message>
    <message>
        <source>pairs per forward pass</source>
        <translation>Paare je Vorwärtsdurchlauf</translation>
    </message>
    <message>
        <source>longer pairs are dropped, and counted</source>
        <translation>längere Paare fallen weg und werden gezählt</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>Rang von LoRA</translation>
    </message>
    <message>
        <source>LoRA scale is alpha / r</source>
        <translation>die Skala von LoRA ist alpha / r</translation>
    </message>
    <message>
        <source>LoRA dropout; off while disable_dropout is on</source>
        <translation>Dropout von LoRA; aus, solange „Ohne Dropout“ an ist</translation>
    </message>
    <message>
        <source>as TRL: no dropout in policy and reference</source>
        <translation>wie TRL: kein Dropout in Policy und Referenz</translation>
    </message>
    <message>
        <source>a checkpoint every so many steps</source>
        <translation>alle so viele Schritte ein Checkpoint</translation>
    </message>
    <message>
        <source>score held-out pairs every so many steps; 0: never</source>
        <translation>zurückgehaltene Paare alle so viele Schritte bewerten; 0: nie</translation>
    </message>
    <message>
        <source>dpo, or sft: fine-tuning on the chosen answers alone</source>
        <translation>dpo oder sft: Feinabstimmung allein auf die bevorzugten Antworten</translation>
    </message>
    <message>
        <source>of LoRA&apos;s start and the order of the pairs</source>
        <translation>von LoRAs Anfang und der Reihenfolge der Paare</translation>
    </message>
    <message>
        <source>record where each model looked</source>
        <translation>aufzeichnen, wohin jedes Modell sah</translation>
    </message>
</context>
<context>
    <name>CurveWords</name>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>pic-in-pic</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Log-probabilities</source>
        <translation>Log-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Margin by layout</source>
        <translation>Margin je Anordnung</translation>
    </message>
    <message>
        <source>Accuracy by layout</source>
        <translation>Genauigkeit je Anordnung</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Pairs per second</source>
        <translation>Paare pro Sekunde</translation>
    </message>
    <message>
        <source>pairs/s</source>
        <translation>Paare/s</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>%1 (dotted: %2)</source>
        <translation>%1 (gepunktet: %2)</translation>
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
    <name>Figure</name>
    <message>
        <source>%1 × uniform</source>
        <translation>%1 × gleichverteilt</translation>
    </message>
    <message>
        <source>0 equal</source>
        <translation>0 gleich</translation>
    </message>
    <message>
        <source>1 chance</source>
        <translation>1 Zufall</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>Filter „%1“ entfernen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>GalleryWords</name>
    <message>
        <source>attention share</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>answer length</source>
        <translation>Antwortlänge</translation>
    </message>
    <message>
        <source>edit distance</source>
        <translation>Editierdistanz</translation>
    </message>
    <message>
        <source>used in samples</source>
        <translation>in Beispielen genutzt</translation>
    </message>
    <message>
        <source>in no sample</source>
        <translation>in keinem Beispiel</translation>
    </message>
    <message>
        <source>has look-alikes</source>
        <translation>hat ähnliche</translation>
    </message>
    <message>
        <source>has answers</source>
        <translation>hat Antworten</translation>
    </message>
    <message>
        <source>no answers</source>
        <translation>ohne Antworten</translation>
    </message>
    <message>
        <source>pair chosen</source>
        <translation>ergab ein Paar</translation>
    </message>
    <message>
        <source>answered, no pair</source>
        <translation>beantwortet, kein Paar</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>mit Schlagwort</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source file</source>
        <translation>Quelldatei</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>Number of images</source>
        <translation>Anzahl der Bilder</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Attention share</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>Answer length</source>
        <translation>Antwortlänge</translation>
    </message>
    <message>
        <source>Edit distance</source>
        <translation>Editierdistanz</translation>
    </message>
    <message>
        <source>Order added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Größe in Pixeln</translation>
    </message>
    <message>
        <source>Number of questions</source>
        <translation>Anzahl der Fragen</translation>
    </message>
    <message>
        <source>Samples that use it</source>
        <translation>Beispiele damit</translation>
    </message>
    <message>
        <source>Look-alikes together</source>
        <translation>Ähnliche beisammen</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>%1 %2 – %3</source>
        <translation>%1 %2 – %3</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>How much of the attention fell on the target, 0 to 1, as the newest selection judged the answer</source>
        <translation>Wie viel der Aufmerksamkeit auf das Zielbild fiel, 0 bis 1, wie die neueste Auswahl die Antwort beurteilte</translation>
    </message>
    <message>
        <source>Of an answer: 1 when the model was sure of every token</source>
        <translation>Einer Antwort: 1, wenn sich das Modell bei jedem Token sicher war</translation>
    </message>
    <message>
        <source>Of an answer, characters</source>
        <translation>Einer Antwort, in Zeichen</translation>
    </message>
    <message>
        <source>Between an answer and the ground truth, 0 equal to 1 nothing in common, as the newest selection judged the answer</source>
        <translation>Zwischen einer Antwort und der richtigen, von 0 (gleich) bis 1 (nichts gemeinsam), wie die neueste Auswahl die Antwort beurteilte</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message numerus="yes">
        <source>Exclude %n items</source>
        <translation>
            <numerusform>%n Eintrag ausschließen</numerusform>
            <numerusform>%n Einträge ausschließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n items</source>
        <translation>
            <numerusform>%n Eintrag wieder aufnehmen</numerusform>
            <numerusform>%n Einträge wieder aufnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n items “%1”</source>
        <translation>
            <numerusform>%n Eintrag mit „%1“ versehen</numerusform>
            <numerusform>%n Einträge mit „%1“ versehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Untag %n items “%1”</source>
        <translation>
            <numerusform>„%1“ von %n Eintrag entfernen</numerusform>
            <numerusform>„%1“ von %n Einträgen entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfWords</name>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>%1 tokens; the model names no limit</source>
        <translation>%1 Token; das Modell nennt keine Grenze</translation>
    </message>
    <message>
        <source>%1 per picture</source>
        <translation>%1 je Bild</translation>
    </message>
    <message>
        <source>model sees %1 × %2 px</source>
        <translation>Modell sieht %1 × %2 px</translation>
    </message>
    <message>
        <source>%1 % of patches on no image</source>
        <translation>%1 % der Patches auf keinem Bild</translation>
    </message>
    <message>
        <source>%1 % cropped away</source>
        <translation>%1 % abgeschnitten</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>This prompt has %1 tokens, the model takes %2: use fewer pictures or shorter questions.</source>
        <translation>Dieser Prompt hat %1 Token, das Modell fasst %2: weniger Bilder oder kürzere Fragen nehmen.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>swapped</source>
        <translation>getauscht</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>flagged: %1</source>
        <translation>beanstandet: %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Accept pair %1</source>
        <translation>Paar %1 annehmen</translation>
    </message>
    <message>
        <source>Reject pair %1</source>
        <translation>Paar %1 verwerfen</translation>
    </message>
    <message>
        <source>Leave pair %1 undecided</source>
        <translation>Paar %1 offen lassen</translation>
    </message>
    <message>
        <source>Swap pair %1</source>
        <translation>Paar %1 tauschen</translation>
    </message>
    <message>
        <source>Edit the chosen answer %1</source>
        <translation>Bevorzugte Antwort %1 bearbeiten</translation>
    </message>
    <message>
        <source>Edit the rejected answer %1</source>
        <translation>Abgelehnte Antwort %1 bearbeiten</translation>
    </message>
    <message>
        <source>Flag pair %1</source>
        <translation>Paar %1 beanstanden</translation>
    </message>
    <message>
        <source>Note on pair %1</source>
        <translation>Notiz zu Paar %1</translation>
    </message>
    <message>
        <source>Settle pair %1</source>
        <translation>Paar %1 klären</translation>
    </message>
    <message>
        <source>Decide on pair %1</source>
        <translation>Über Paar %1 entscheiden</translation>
    </message>
    <message>
        <source>%1, round %2</source>
        <translation>%1, Runde %2</translation>
    </message>
    <message>
        <source>all pairs</source>
        <translation>alle Paare</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>the chosen answer is wrong</source>
        <translation>bevorzugte Antwort falsch</translation>
    </message>
    <message>
        <source>both answers are right</source>
        <translation>beide Antworten richtig</translation>
    </message>
    <message>
        <source>both answers are wrong</source>
        <translation>beide Antworten falsch</translation>
    </message>
    <message>
        <source>the question is unclear</source>
        <translation>Frage unklar</translation>
    </message>
    <message>
        <source>fits several images</source>
        <translation>passt auf mehrere Bilder</translation>
    </message>
    <message>
        <source>the image is bad</source>
        <translation>Bild schlecht</translation>
    </message>
    <message>
        <source>nearly the same words</source>
        <translation>fast dieselben Wörter</translation>
    </message>
    <message>
        <source>personal or harmful</source>
        <translation>persönlich oder schädlich</translation>
    </message>
    <message>
        <source>to be talked about</source>
        <translation>zu besprechen</translation>
    </message>
</context>
<context>
    <name>ShownAnswer</name>
    <message>
        <source>before training</source>
        <translation>vor dem Training</translation>
    </message>
    <message>
        <source>after training</source>
        <translation>nach dem Training</translation>
    </message>
    <message>
        <source>%1 training</source>
        <translation>%1 (Training)</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>greedy</translation>
    </message>
    <message>
        <source>drawn %1 at %2</source>
        <translation>gezogen %1 bei %2</translation>
    </message>
    <message>
        <source>ground truth</source>
        <translation>richtige Antwort</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>choose it to have the model read it</source>
        <translation>auswählen, damit das Modell sie liest</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>kommt an</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>rejected in a pair</source>
        <translation>abgelehnte Antwort eines Paars</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>Perplexität %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>cut at the token limit</source>
        <translation>an der Tokengrenze abgeschnitten</translation>
    </message>
    <message>
        <source>%1 of its attention to the picture lay on the image.</source>
        <translation>%1 seiner Aufmerksamkeit für die Bildfläche lag auf dem Bild.</translation>
    </message>
    <message>
        <source>%1 on image %2, the target</source>
        <translation>%1 auf Bild %2, dem Zielbild</translation>
    </message>
    <message>
        <source>. Chance would give %1</source>
        <translation>. Zufall ergäbe %1</translation>
    </message>
    <message>
        <source>, threshold %1: looked elsewhere</source>
        <translation>, Schwelle %1: sah anderswohin</translation>
    </message>
    <message>
        <source>, threshold %1: looked at it</source>
        <translation>, Schwelle %1: sah hin</translation>
    </message>
    <message>
        <source>%1 on image %2, the most</source>
        <translation>%1 auf Bild %2, das meiste</translation>
    </message>
</context>
<context>
    <name>ShownPair</name>
    <message>
        <source>Where it looked for its answer</source>
        <translation>Wohin es für seine Antwort sah</translation>
    </message>
    <message>
        <source>Where it looked for the right answer</source>
        <translation>Wohin es für die richtige Antwort sah</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>Perplexität %1</translation>
    </message>
    <message>
        <source>length ratio %1</source>
        <translation>Längenverhältnis %1</translation>
    </message>
    <message>
        <source>edit distance %1</source>
        <translation>Editierdistanz %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::AgreementView</name>
    <message>
        <source>none in common</source>
        <translation>keine gemeinsamen</translation>
    </message>
    <message>
        <source>not defined: one category alone</source>
        <translation>nicht definiert: nur eine Kategorie</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Agreement of reviewers</source>
        <translation>Übereinstimmung der Prüfungen</translation>
    </message>
    <message>
        <source>First review</source>
        <translation>Erste Prüfung</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>Zweite Prüfung</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>Who reviews next</source>
        <translation>Wer als Nächstes prüft</translation>
    </message>
    <message>
        <source>Whose pairs are reviewed again</source>
        <translation>Wessen Paare noch einmal geprüft werden</translation>
    </message>
    <message>
        <source>Start a blind review</source>
        <translation>Blind prüfen</translation>
    </message>
    <message>
        <source>Shows the pairs that a review decided, and not how. The same name makes another round of one&apos;s own.</source>
        <translation>Zeigt die Paare, die eine Prüfung entschied, aber nicht, wie. Derselbe Name ergibt eine weitere eigene Runde.</translation>
    </message>
    <message>
        <source>Agreement of</source>
        <translation>Übereinstimmung von</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Second review by</source>
        <translation>Zweitprüfung durch</translation>
    </message>
    <message>
        <source>of what was decided by</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Pairs on which reviews disagree</source>
        <translation>Paare, bei denen Prüfungen uneins sind</translation>
    </message>
    <message>
        <source>Nobody has decided anything yet.</source>
        <translation>Noch hat niemand etwas entschieden.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1: angenommen</translation>
    </message>
    <message>
        <source>Both decided</source>
        <translation>Beide entschieden</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (95 %)</source>
        <translation>Cohens Kappa (95 %)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No pair on which reviews disagree</source>
        <translation>Kein Paar, bei dem Prüfungen uneins sind</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs on which reviews disagree</source>
        <translation>
            <numerusform>%n Paar, bei dem Prüfungen uneins sind</numerusform>
            <numerusform>%n Paare, bei denen Prüfungen uneins sind</numerusform>
        </translation>
    </message>
    <message>
        <source>The project whose decisions are taken over</source>
        <translation>Das Projekt, dessen Entscheidungen übernommen werden</translation>
    </message>
    <message>
        <source>A second review needs a name and a first one to go by.</source>
        <translation>Eine zweite Prüfung braucht einen Namen und eine erste, an die sie sich hält.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Austauschen</translation>
    </message>
    <message>
        <source>Exchange decisions with other reviewers</source>
        <translation>Entscheidungen mit anderen Prüfenden austauschen</translation>
    </message>
    <message>
        <source>Sends what was decided here, or takes over what others decided in their copy of this project; nothing is lost</source>
        <translation>Gibt weiter, was hier entschieden wurde, oder übernimmt, was andere in ihrer Kopie dieses Projekts entschieden haben; nichts geht verloren</translation>
    </message>
    <message>
        <source>Write all decisions to a file…</source>
        <translation>Alle Entscheidungen in eine Datei schreiben…</translation>
    </message>
    <message>
        <source>Take over a file…</source>
        <translation>Aus einer Datei übernehmen…</translation>
    </message>
    <message>
        <source>Take over a copy of the project…</source>
        <translation>Aus einer Kopie des Projekts übernehmen…</translation>
    </message>
    <message>
        <source>A file with every decision, to be sent</source>
        <translation>Eine Datei mit allen Entscheidungen zum Verschicken</translation>
    </message>
    <message>
        <source>The journal whose decisions are taken over</source>
        <translation>Das Journal, dessen Entscheidungen übernommen werden</translation>
    </message>
    <message>
        <source>Journals (*.jsonl);;All files (*)</source>
        <translation>Journale (*.jsonl);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>mia::ui::AnswerList</name>
    <message>
        <source>matches</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>greedy</translation>
    </message>
    <message>
        <source>drawn at %1</source>
        <translation>gezogen bei %1</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>Perplexität %1</translation>
    </message>
    <message>
        <source>cut at the token limit</source>
        <translation>an der Tokengrenze abgeschnitten</translation>
    </message>
    <message>
        <source>Answers of the model</source>
        <translation>Antworten des Modells</translation>
    </message>
    <message>
        <source>(an empty answer)</source>
        <translation>(eine leere Antwort)</translation>
    </message>
    <message>
        <source>%1
Run %2</source>
        <translation>%1
Lauf %2</translation>
    </message>
</context>
<context>
    <name>mia::ui::AnswerPane</name>
    <message>
        <source> of %1</source>
        <translation> aus %1</translation>
    </message>
    <message>
        <source>pair %1 · %2</source>
        <translation>Paar %1 · %2</translation>
    </message>
    <message>
        <source> · target image %1</source>
        <translation> · Zielbild %1</translation>
    </message>
    <message>
        <source> · rule %1</source>
        <translation> · Regel %1</translation>
    </message>
    <message>
        <source>The pair&apos;s answers</source>
        <translation>Die Antworten des Paars</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on this pair</source>
        <translation>Notiz zu diesem Paar</translation>
    </message>
    <message>
        <source>Why it is a pair</source>
        <translation>Warum es ein Paar ist</translation>
    </message>
    <message>
        <source>Chosen answer</source>
        <translation>Bevorzugte Antwort</translation>
    </message>
    <message>
        <source>Rejected answer</source>
        <translation>Abgelehnte Antwort</translation>
    </message>
    <message>
        <source>Not saved · %1</source>
        <translation>Nicht gespeichert · %1</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Bevorzugt: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>the ground truth</source>
        <translation>die richtige Antwort</translation>
    </message>
    <message>
        <source>the model&apos;s answer</source>
        <translation>die Antwort des Modells</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation>%1, bearbeitet</translation>
    </message>
    <message>
        <source>%1 · Enter keeps it, Esc leaves it</source>
        <translation>%1 · Enter übernimmt, Esc verwirft</translation>
    </message>
</context>
<context>
    <name>mia::ui::AskBar</name>
    <message>
        <source>Restart the engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Which model is asked</source>
        <translation>Welches Modell gefragt wird</translation>
    </message>
    <message>
        <source>Ask about these pictures, or drop photos here</source>
        <translation>Zu diesen Bildern fragen oder Fotos hierher ziehen</translation>
    </message>
    <message>
        <source>Question about the pictures</source>
        <translation>Frage zu den Bildern</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Stop at the next token (Esc)</source>
        <translation>Beim nächsten Token stoppen (Esc)</translation>
    </message>
    <message>
        <source>Ask the model (Enter)</source>
        <translation>Das Modell fragen (Enter)</translation>
    </message>
    <message>
        <source>No run of this project names a model that is still on disk: generate answers first.</source>
        <translation>Kein Lauf dieses Projekts nennt ein Modell, das noch auf der Platte liegt: zuerst Antworten erzeugen.</translation>
    </message>
    <message>
        <source>The engine died. %1</source>
        <translation>Die Engine ist abgestürzt. %1</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>Die Engine startet…</translation>
    </message>
    <message>
        <source>The engine works on %1</source>
        <translation>Die Engine rechnet auf %1</translation>
    </message>
    <message>
        <source>The engine is ready on %1</source>
        <translation>Die Engine ist bereit auf %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::AttentionPanel</name>
    <message>
        <source>Decoder layer</source>
        <translation>Decoderschicht</translation>
    </message>
    <message>
        <source>The decoder layer whose attention is shown ([ and ])</source>
        <translation>Die Decoderschicht, deren Aufmerksamkeit gezeigt wird ([ und ])</translation>
    </message>
    <message>
        <source>Keep this scale</source>
        <translation>Skala festhalten</translation>
    </message>
    <message>
        <source>Keep this scale while paging through layers, answers and samples</source>
        <translation>Diese Skala beim Blättern durch Schichten, Antworten und Beispiele festhalten</translation>
    </message>
    <message>
        <source>Layer %1 of 0–%2</source>
        <translation>Schicht %1 von 0–%2</translation>
    </message>
    <message>
        <source>%1 of its attention to the picture lay on the image.</source>
        <translation>%1 seiner Aufmerksamkeit für die Bildfläche lag auf dem Bild.</translation>
    </message>
    <message>
        <source>%1 on image %2, the target</source>
        <translation>%1 auf Bild %2, dem Zielbild</translation>
    </message>
    <message>
        <source>; chance would give %1</source>
        <translation>; Zufall ergäbe %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::AuditPage</name>
    <message>
        <source>Selecting pairs with other thresholds</source>
        <translation>Paare mit anderen Schwellen auswählen</translation>
    </message>
    <message>
        <source>Pair %1 was not saved: %2</source>
        <translation>Paar %1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Reviewer: %1 · blind</source>
        <translation>Prüfung: %1 · blind</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>Prüfung: %1</translation>
    </message>
    <message>
        <source>Decisions are signed “%1”; what %2 decided is not told.</source>
        <translation>Entscheidungen werden mit „%1“ gezeichnet; was %2 entschied, wird nicht verraten.</translation>
    </message>
    <message>
        <source>Decisions are signed “%1” (Settings: Reviewer).</source>
        <translation>Entscheidungen werden mit „%1“ gezeichnet (Einstellungen: Name).</translation>
    </message>
    <message>
        <source>No pairs yet</source>
        <translation>Noch keine Paare</translation>
    </message>
    <message>
        <source>Pairs are selected from a model&apos;s answers: wrong ones that did not look at the image they were asked about. Answers first, then the selection.</source>
        <translation>Paare werden aus den Antworten eines Modells ausgewählt: falsche, bei denen es nicht auf das gefragte Bild sah. Zuerst die Antworten, dann die Auswahl.</translation>
    </message>
    <message>
        <source>Select pairs…</source>
        <translation>Paare auswählen…</translation>
    </message>
    <message>
        <source>Generate answers…</source>
        <translation>Antworten erzeugen…</translation>
    </message>
    <message>
        <source>Every pair is decided</source>
        <translation>Jedes Paar ist entschieden</translation>
    </message>
    <message>
        <source>Every pair that these filters leave is decided</source>
        <translation>Jedes Paar, das diese Filter lassen, ist entschieden</translation>
    </message>
    <message>
        <source>Export what was accepted, or have the pairs reviewed once more, blind, and see how far both reviews agree.</source>
        <translation>Angenommenes exportieren oder die Paare noch einmal blind prüfen lassen und sehen, wie weit beide Prüfungen übereinstimmen.</translation>
    </message>
    <message>
        <source>Export the accepted pairs…</source>
        <translation>Angenommene Paare exportieren…</translation>
    </message>
    <message>
        <source>Second review and agreement</source>
        <translation>Zweite Prüfung und Übereinstimmung</translation>
    </message>
    <message>
        <source>Show all pairs</source>
        <translation>Alle Paare zeigen</translation>
    </message>
    <message>
        <source>No pair matches</source>
        <translation>Kein Paar passt</translation>
    </message>
    <message>
        <source>Widen the filters at the left.</source>
        <translation>Die Filter links weiter fassen.</translation>
    </message>
    <message>
        <source>List the pairs anew</source>
        <translation>Paare neu auflisten</translation>
    </message>
    <message>
        <source>Flag: none</source>
        <translation>Beanstandung: keine</translation>
    </message>
    <message>
        <source>Flag: %1</source>
        <translation>Beanstandung: %1</translation>
    </message>
    <message>
        <source>Leave what was begun</source>
        <translation>Begonnenes verlassen</translation>
    </message>
    <message>
        <source>no flag</source>
        <translation>keine Beanstandung</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>The last thing that was done is not a decision; Ctrl+Z takes it back: %1</source>
        <translation>Zuletzt wurde nichts entschieden; Strg+Z nimmt zurück: %1</translation>
    </message>
    <message>
        <source>The model is reading the right answer…</source>
        <translation>Das Modell liest die richtige Antwort…</translation>
    </message>
    <message>
        <source>Shown is the mean; asking the engine for this token…</source>
        <translation>Gezeigt wird das Mittel; die Engine wird nach diesem Token gefragt…</translation>
    </message>
    <message>
        <source>✓ for the right answer</source>
        <translation>✓ für die richtige Antwort</translation>
    </message>
    <message>
        <source>✕ for its own answer</source>
        <translation>✕ für seine eigene Antwort</translation>
    </message>
    <message>
        <source>A new folder for the accepted pairs</source>
        <translation>Ein neuer Ordner für die angenommenen Paare</translation>
    </message>
    <message>
        <source>Exporting the accepted pairs</source>
        <translation>Angenommene Paare exportieren</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>Journal wird geschrieben</translation>
    </message>
</context>
<context>
    <name>mia::ui::BatchBar</name>
    <message>
        <source>Decide all that the filter leaves</source>
        <translation>Alles entscheiden, was der Filter lässt</translation>
    </message>
    <message>
        <source>Decide nothing (Esc)</source>
        <translation>Nichts entscheiden (Esc)</translation>
    </message>
    <message>
        <source>Decide nothing</source>
        <translation>Nichts entscheiden</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message numerus="yes">
        <source>%1 pairs by this filter, of them %2 accepted and %3 rejected:</source>
        <translation>
            <numerusform>%1 Paar nach diesem Filter, davon %2 angenommen und %3 verworfen:</numerusform>
            <numerusform>%1 Paare nach diesem Filter, davon %2 angenommen und %3 verworfen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>%1 verwerfen</translation>
    </message>
    <message>
        <source>Leave %1 undecided</source>
        <translation>%1 offen lassen</translation>
    </message>
</context>
<context>
    <name>mia::ui::CommandPalette</name>
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
    <name>mia::ui::CompareModel</name>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>Bestwert %1</translation>
    </message>
    <message>
        <source>, the best</source>
        <translation>, der beste</translation>
    </message>
</context>
<context>
    <name>mia::ui::ComparedList</name>
    <message>
        <source>Samples behind the figure</source>
        <translation>Beispiele hinter der Zahl</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>Alle Beispiele</translation>
    </message>
    <message>
        <source>Got better</source>
        <translation>Besser geworden</translation>
    </message>
    <message>
        <source>Got worse</source>
        <translation>Schlechter geworden</translation>
    </message>
    <message>
        <source>Both right</source>
        <translation>Beide richtig</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>Beide falsch</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mia::ui::ComparedModel</name>
    <message>
        <source>(an empty answer)</source>
        <translation>(eine leere Antwort)</translation>
    </message>
    <message>
        <source>%1
ground truth: %2
%3: %4
%5: %6</source>
        <translation>%1
richtige Antwort: %2
%3: %4
%5: %6</translation>
    </message>
    <message>
        <source>%1 · sample %2 · %3</source>
        <translation>%1 · Beispiel %2 · %3</translation>
    </message>
</context>
<context>
    <name>mia::ui::ComparisonModel</name>
    <message>
        <source>all of it above zero: it got better</source>
        <translation>ganz über null: es wurde besser</translation>
    </message>
    <message>
        <source>all of it below zero: it got worse</source>
        <translation>ganz unter null: es wurde schlechter</translation>
    </message>
    <message>
        <source>zero lies within: it may be chance</source>
        <translation>null liegt darin: es kann Zufall sein</translation>
    </message>
    <message>
        <source>%1 held-out samples that both models answered</source>
        <translation>%1 zurückgehaltene Beispiele, die beide Modelle beantworteten</translation>
    </message>
    <message>
        <source>%1 of %2 right before: %3 in both, %4 only before</source>
        <translation>%1 von %2 vorher richtig: %3 in beiden, %4 nur vorher</translation>
    </message>
    <message>
        <source>%1 of %2 right after: %3 in both, %4 only after</source>
        <translation>%1 von %2 nachher richtig: %3 in beiden, %4 nur nachher</translation>
    </message>
    <message>
        <source>After less before, in percentage points: (%1 better − %2 worse) / %3.
95 % interval of a difference of paired samples (Newcombe&apos;s hybrid score method): %4</source>
        <translation>Nachher minus vorher, in Prozentpunkten: (%1 besser − %2 schlechter) / %3.
95-%-Intervall einer Differenz verbundener Stichproben (hybride Score-Methode nach Newcombe): %4</translation>
    </message>
    <message>
        <source>%1 of %2: wrong before, right after</source>
        <translation>%1 von %2: vorher falsch, nachher richtig</translation>
    </message>
    <message>
        <source>%1 of %2: right before, wrong after</source>
        <translation>%1 von %2: vorher richtig, nachher falsch</translation>
    </message>
    <message>
        <source>%1 of %2: right before and after</source>
        <translation>%1 von %2: vorher und nachher richtig</translation>
    </message>
    <message>
        <source>%1 of %2: wrong before and after</source>
        <translation>%1 von %2: vorher und nachher falsch</translation>
    </message>
    <message>
        <source>Choose a figure to see the samples behind it</source>
        <translation>Eine Zahl auswählen, um die Beispiele dahinter zu sehen</translation>
    </message>
    <message>
        <source>%1: of %2 samples the first model answered %3 rightly (%4), the second %5 (%6). %7 got better, %8 got worse; the difference is %9 points</source>
        <translation>%1: Von %2 Beispielen beantwortete das erste Modell %3 richtig (%4), das zweite %5 (%6). %7 wurden besser, %8 schlechter; die Differenz beträgt %9 Punkte</translation>
    </message>
    <message>
        <source>, its 95 % interval %1; %2.</source>
        <translation>, ihr 95-%-Intervall %1; %2.</translation>
    </message>
    <message>
        <source>samples of</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>difference (95 % interval)</source>
        <translation>Differenz (95 %)</translation>
    </message>
    <message>
        <source>%1   0   %2</source>
        <translation>%1   0   %2</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>beide richtig</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>beide falsch</translation>
    </message>
    <message>
        <source>got better</source>
        <translation>wurden besser</translation>
    </message>
    <message>
        <source>got worse</source>
        <translation>wurden schlechter</translation>
    </message>
</context>
<context>
    <name>mia::ui::ComparisonTable</name>
    <message>
        <source>Before and after, by layout and number of images</source>
        <translation>Vorher und nachher, nach Anordnung und Anzahl der Bilder</translation>
    </message>
    <message>
        <source>The line in words</source>
        <translation>Die Zeile in Worten</translation>
    </message>
    <message numerus="yes">
        <source>%1 samples went unanswered by one of the models and are counted nowhere.</source>
        <translation>
            <numerusform>%1 Beispiel ließ eines der Modelle unbeantwortet; es zählt nirgends.</numerusform>
            <numerusform>%1 Beispiele ließ eines der Modelle unbeantwortet; sie zählen nirgends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ComposePage</name>
    <message>
        <source>Compose</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Pic-in-pic</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Patches of the model</source>
        <translation>Patches des Modells</translation>
    </message>
    <message>
        <source>What the model is given</source>
        <translation>Was das Modell bekommt</translation>
    </message>
    <message>
        <source>Outline the images</source>
        <translation>Bilder umranden</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>Voriges Beispiel</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Export the contact sheet…</source>
        <translation>Kontaktbogen exportieren…</translation>
    </message>
    <message>
        <source>Compose the samples</source>
        <translation>Beispiele anordnen</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Preparing the preview</source>
        <translation>Vorschau wird vorbereitet</translation>
    </message>
    <message>
        <source>The prompt as it will be sent</source>
        <translation>Der Prompt, wie er gesendet wird</translation>
    </message>
    <message>
        <source>PROMPT AS SENT</source>
        <translation>PROMPT WIE GESENDET</translation>
    </message>
    <message>
        <source>Move the inset</source>
        <translation>Einblendung verschieben</translation>
    </message>
    <message>
        <source>Resize the inset</source>
        <translation>Größe der Einblendung ändern</translation>
    </message>
    <message>
        <source>Resize the cells</source>
        <translation>Größe der Zellen ändern</translation>
    </message>
    <message>
        <source>Move the target</source>
        <translation>Ziel verschieben</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Compose %1 samples</source>
        <translation>
            <numerusform>%1 Beispiel anordnen</numerusform>
            <numerusform>%1 Beispiele anordnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compose all samples</source>
        <translation>Alle Beispiele anordnen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Export the contact sheet</source>
        <translation>Kontaktbogen exportieren</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Composing samples</source>
        <translation>Beispiele anordnen</translation>
    </message>
</context>
<context>
    <name>mia::ui::CutHistogram</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1: taken below %2</source>
        <translation>%1: genommen unter %2</translation>
    </message>
    <message>
        <source>%1: taken above %2</source>
        <translation>%1: genommen über %2</translation>
    </message>
    <message>
        <source>%1 right answers, %2 wrong ones; the arrow keys move the cut</source>
        <translation>%1 richtige Antworten, %2 falsche; die Pfeiltasten verschieben die Schwelle</translation>
    </message>
    <message>
        <source>taken below %1</source>
        <translation>genommen unter %1</translation>
    </message>
    <message>
        <source>taken above %1</source>
        <translation>genommen über %1</translation>
    </message>
    <message>
        <source> (was %1)</source>
        <translation> (war %1)</translation>
    </message>
    <message>
        <source>%1 to %2: %3 right, %4 wrong; heights by the square root</source>
        <translation>%1 bis %2: %3 richtig, %4 falsch; Höhen nach der Quadratwurzel</translation>
    </message>
    <message>
        <source>%1 to %2: %3 right, %4 wrong</source>
        <translation>%1 bis %2: %3 richtig, %4 falsch</translation>
    </message>
</context>
<context>
    <name>mia::ui::DataPage</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Show images</source>
        <translation>Bilder zeigen</translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation>Beispiele zeigen</translation>
    </message>
    <message>
        <source>Show quarantined rows</source>
        <translation>Beiseitegelegte Zeilen zeigen</translation>
    </message>
    <message>
        <source>Find look-alikes</source>
        <translation>Ähnliche Bilder suchen</translation>
    </message>
    <message>
        <source>Finding look-alikes</source>
        <translation>Ähnliche Bilder suchen</translation>
    </message>
    <message>
        <source>Back, or clear all filters</source>
        <translation>Zurück, oder alle Filter löschen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>No look-alikes are known</source>
        <translation>Keine ähnlichen Bilder bekannt</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L looks for them; Esc shows all images.</source>
        <translation>Strg+Umschalt+L sucht sie; Esc zeigt alle Bilder.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Esc clears the search and all filters.</source>
        <translation>Esc löscht die Suche und alle Filter.</translation>
    </message>
    <message>
        <source>Nothing was set aside</source>
        <translation>Nichts wurde beiseitegelegt</translation>
    </message>
    <message>
        <source>Every row of the imported files could be used.</source>
        <translation>Jede Zeile der importierten Dateien war brauchbar.</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>Drop a JSON file or a folder of photos here, or press Ctrl+I.</source>
        <translation>Eine JSON-Datei oder einen Ordner mit Fotos hierher ziehen oder Strg+I drücken.</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>Noch keine Beispiele</translation>
    </message>
    <message>
        <source>Design a layout on the Compose page (Ctrl+2) and compose them.</source>
        <translation>Auf der Seite „Anordnen“ (Strg+2) eine Anordnung entwerfen und die Beispiele anlegen.</translation>
    </message>
    <message>
        <source>Tag the selected items</source>
        <translation>Ausgewähltes mit Schlagwort versehen</translation>
    </message>
    <message>
        <source>There is no sample %1 in this project.</source>
        <translation>In diesem Projekt gibt es kein Beispiel %1.</translation>
    </message>
    <message>
        <source>There is no image %1 in this project.</source>
        <translation>In diesem Projekt gibt es kein Bild %1.</translation>
    </message>
</context>
<context>
    <name>mia::ui::DetailPane</name>
    <message>
        <source>Back to the gallery</source>
        <translation>Zurück zur Galerie</translation>
    </message>
    <message>
        <source>Back to the gallery (Esc)</source>
        <translation>Zurück zur Galerie (Esc)</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>Groß zeigen</translation>
    </message>
    <message>
        <source>Show large (Enter in the gallery)</source>
        <translation>Groß zeigen (Enter in der Galerie)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous (←)</source>
        <translation>Zurück (←)</translation>
    </message>
    <message>
        <source>Next (→)</source>
        <translation>Weiter (→)</translation>
    </message>
    <message>
        <source>Outline the images</source>
        <translation>Bilder umranden</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Smooth heatmap, not raw patches</source>
        <translation>Geglättete Heatmap statt roher Patches</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>One picture px per screen px</source>
        <translation>Ein Bildpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Layer down</source>
        <translation>Schicht tiefer</translation>
    </message>
    <message>
        <source>Layer up</source>
        <translation>Schicht höher</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Choose an image or a sample in the gallery.</source>
        <translation>Ein Bild oder ein Beispiel in der Galerie auswählen.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>This row was set aside when its file was imported.</source>
        <translation>Diese Zeile wurde beim Import ihrer Datei beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>mia::ui::DifferenceText</name>
    <message>
        <source>Chosen: %1</source>
        <translation>Bevorzugt: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Only here: %1</source>
        <translation>Nur hier: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>mia::ui::DisputePanel</name>
    <message>
        <source>What the reviews say</source>
        <translation>Was die Prüfungen sagen</translation>
    </message>
    <message>
        <source>Look at the pair</source>
        <translation>Paar ansehen</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>This holds from now on, whatever the reviews say</source>
        <translation>Das gilt von nun an, was auch immer die Prüfungen sagen</translation>
    </message>
    <message>
        <source>Side with %1</source>
        <translation>%1 zustimmen</translation>
    </message>
</context>
<context>
    <name>mia::ui::EngineChannel</name>
    <message>
        <source>The engine was ended from outside or crashed%1</source>
        <translation>Die Engine wurde von außen beendet oder ist abgestürzt%1</translation>
    </message>
    <message>
        <source>The engine ended with exit code %1%2</source>
        <translation>Die Engine endete mit dem Exit-Code %1%2</translation>
    </message>
    <message>
        <source>The engine could not be started: %1.</source>
        <translation>Die Engine ließ sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>The engine’s words were not understood: %1.</source>
        <translation>Die Engine wurde nicht verstanden: %1.</translation>
    </message>
    <message>
        <source>; it said last: %1</source>
        <translation>; ihr letztes Wort: %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::EngineClient</name>
    <message>
        <source>The program “mia-engine” was not found beside this one or on the PATH. Install it, or build the target mia_app_engine.</source>
        <translation>Das Programm „mia-engine“ fand sich weder neben diesem noch im PATH. Installieren Sie es, oder bauen Sie das Ziel mia_app_engine.</translation>
    </message>
    <message>
        <source>The engine was started anew.</source>
        <translation>Die Engine wurde neu gestartet.</translation>
    </message>
    <message>
        <source>The engine was ended.</source>
        <translation>Die Engine wurde beendet.</translation>
    </message>
</context>
<context>
    <name>mia::ui::EvaluatePage</name>
    <message>
        <source>Sample %1 is not among those of this evaluation.</source>
        <translation>Beispiel %1 gehört nicht zu dieser Auswertung.</translation>
    </message>
    <message>
        <source>The second model&apos;s adapter is of no training run here</source>
        <translation>Der Adapter des zweiten Modells stammt aus keinem Training hier</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>Neue…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Export adapter…</source>
        <translation>Adapter exportieren…</translation>
    </message>
    <message>
        <source>Ask the new model</source>
        <translation>Neues Modell fragen</translation>
    </message>
    <message>
        <source>Write table and samples with pictures as HTML or PDF (Ctrl+S)</source>
        <translation>Tabelle und Beispiele mit Bildern als HTML oder PDF schreiben (Strg+S)</translation>
    </message>
    <message>
        <source>Evaluations or samples</source>
        <translation>Auswertungen oder Beispiele</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>Voriges Beispiel</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Open on the Responses page</source>
        <translation>Auf der Seite „Antworten“ öffnen</translation>
    </message>
    <message>
        <source>Difference of both</source>
        <translation>Differenz beider</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Outline the images</source>
        <translation>Bilder umranden</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Layer down</source>
        <translation>Schicht tiefer</translation>
    </message>
    <message>
        <source>Layer up</source>
        <translation>Schicht höher</translation>
    </message>
    <message>
        <source>Mean over fewer layers</source>
        <translation>Mittel über weniger Schichten</translation>
    </message>
    <message>
        <source>Mean over more layers</source>
        <translation>Mittel über mehr Schichten</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Ctrl+click, or Shift with the arrows: several in one table</source>
        <translation>Strg+Klick oder Umschalt mit den Pfeiltasten: mehrere in einer Tabelle</translation>
    </message>
    <message>
        <source>right: same words</source>
        <translation>richtig: gleiche Wörter</translation>
    </message>
    <message>
        <source>right: same string</source>
        <translation>richtig: gleicher Text</translation>
    </message>
    <message>
        <source>When an answer counts as right</source>
        <translation>Wann eine Antwort als richtig gilt</translation>
    </message>
    <message>
        <source>Same words: case, punctuation and articles do not count (--wrong normalised). Same string: every character does (--wrong string).</source>
        <translation>Gleiche Wörter: Großschreibung, Satzzeichen und Artikel zählen nicht (--wrong normalised). Gleicher Text: Jedes Zeichen zählt (--wrong string).</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Page that needs no other file (*.html)</source>
        <translation>Seite, die keine andere Datei braucht (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Exporting the adapter</source>
        <translation>Adapter exportieren</translation>
    </message>
    <message>
        <source>Folder for the adapter; it is made</source>
        <translation>Ordner für den Adapter; er wird angelegt</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>The project does not hold these answers yet: “mia evaluate” with the same settings takes them in, without asking again.</source>
        <translation>Das Projekt enthält diese Antworten noch nicht: „mia evaluate“ mit denselben Einstellungen nimmt sie auf, ohne erneut zu fragen.</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>, layer %1</source>
        <translation>, Schicht %1</translation>
    </message>
    <message>
        <source>, layers %1–%2</source>
        <translation>, Schichten %1–%2</translation>
    </message>
    <message>
        <source>Shown is the mean over all tokens; the Responses page (O) shows one alone.</source>
        <translation>Gezeigt wird das Mittel über alle Token; die Seite „Antworten“ (O) zeigt eines allein.</translation>
    </message>
</context>
<context>
    <name>mia::ui::EvaluationModel</name>
    <message>
        <source>
Model: %1</source>
        <translation>
Modell: %1</translation>
    </message>
    <message>
        <source>
%1: %2</source>
        <translation>
%1: %2</translation>
    </message>
    <message>
        <source>the model alone</source>
        <translation>das Modell allein</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 samples</source>
        <translation>
            <numerusform>%1 Beispiel</numerusform>
            <numerusform>%1 Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>running: %1 of %2 answers</source>
        <translation>läuft: %1 von %2 Antworten</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source>stopped at %1 of %2 answers</source>
        <translation>gestoppt bei %1 von %2 Antworten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ended without a word</source>
        <translation>endete ohne ein Wort</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d. MMM yyyy HH:mm</translation>
    </message>
</context>
<context>
    <name>mia::ui::EvaluationStatusPanel</name>
    <message>
        <source>How far the evaluation is</source>
        <translation>Wie weit die Auswertung ist</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Log of the evaluation</source>
        <translation>Protokoll der Auswertung</translation>
    </message>
    <message>
        <source>Nothing was evaluated yet</source>
        <translation>Noch nichts ausgewertet</translation>
    </message>
    <message>
        <source>An evaluation puts the same held-out samples to the model before and after training, and tells what got better and what got worse.</source>
        <translation>Eine Auswertung legt dem Modell vor und nach dem Training dieselben zurückgehaltenen Beispiele vor und sagt, was besser und was schlechter wurde.</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>Auswerten…</translation>
    </message>
    <message>
        <source>The evaluation failed</source>
        <translation>Die Auswertung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The evaluation is running</source>
        <translation>Die Auswertung läuft</translation>
    </message>
    <message>
        <source>The evaluation is not finished</source>
        <translation>Die Auswertung ist nicht fertig</translation>
    </message>
    <message>
        <source>
The answers that it had are kept; it goes on from there.</source>
        <translation>
Die bisherigen Antworten bleiben; es geht von dort weiter.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>It has printed nothing.</source>
        <translation>Sie hat nichts ausgegeben.</translation>
    </message>
</context>
<context>
    <name>mia::ui::FactsPanel</name>
    <message>
        <source>%1, row %2, id %3</source>
        <translation>%1, Zeile %2, ID %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Kennzeichen</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Richtige Antwort</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Answers of the model</source>
        <translation>Antworten des Modells</translation>
    </message>
    <message>
        <source>Where it looked</source>
        <translation>Wohin es sah</translation>
    </message>
    <message>
        <source>Elsewhere in the project</source>
        <translation>Anderswo im Projekt</translation>
    </message>
    <message>
        <source>Prompt as sent</source>
        <translation>Prompt wie gesendet</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher es stammt</translation>
    </message>
    <message>
        <source>Excluded: takes no part in composing, generating and selecting</source>
        <translation>Ausgeschlossen: nimmt an Anordnen, Erzeugen und Auswählen nicht teil</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Beiseitegelegt: %1</translation>
    </message>
    <message>
        <source>%1
row %2, id %3
reason %4</source>
        <translation>%1
Zeile %2, ID %3
Grund %4</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>content %1</source>
        <translation>Inhalt %1</translation>
    </message>
    <message>
        <source>Show the sample that uses it</source>
        <translation>Das Beispiel damit zeigen</translation>
    </message>
    <message>
        <source>Show the %1 samples that use it</source>
        <translation>Die %1 Beispiele damit zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n images that look like it</source>
        <translation>
            <numerusform>Das ähnliche Bild zeigen</numerusform>
            <numerusform>Die %n ähnlichen Bilder zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>target is image %1 of %2</source>
        <translation>Ziel ist Bild %1 von %2</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>None yet. “mia generate” asks a model and records where it looks.</source>
        <translation>Noch keine. „mia generate“ fragt ein Modell und zeichnet auf, wohin es sieht.</translation>
    </message>
    <message>
        <source>recipe seed %1</source>
        <translation>Startwert des Rezepts %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::FieldRow</name>
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
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s %1</source>
        <translation>Zurück zum Wert der Vorgabe: %1</translation>
    </message>
    <message>
        <source>%1 differs from the preset: back to %2</source>
        <translation>%1 weicht von der Vorgabe ab: zurück zu %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 bis %2)</translation>
    </message>
    <message>
        <source> (%1 or more)</source>
        <translation> (ab %1)</translation>
    </message>
</context>
<context>
    <name>mia::ui::FilterChips</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>uses %1</source>
        <translation>nutzt %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1 von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 bis</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>mia::ui::GalleryBar</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views: filters and order under a name</source>
        <translation>Gespeicherte Ansichten: Filter und Reihenfolge unter einem Namen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>Highest or last first</source>
        <translation>Höchste oder letzte zuerst</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Name under which this view is saved</source>
        <translation>Name, unter dem diese Ansicht gespeichert wird</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
    <message>
        <source>Order of the gallery</source>
        <translation>Reihenfolge der Galerie</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>mia::ui::GalleryDelegate</name>
    <message>
        <source>Missing photo</source>
        <translation>Foto fehlt</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>✕ excluded</source>
        <translation>✕ ausgeschlossen</translation>
    </message>
    <message>
        <source>= group %1</source>
        <translation>= Gruppe %1</translation>
    </message>
    <message>
        <source>≈ group %1</source>
        <translation>≈ Gruppe %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::GalleryModel</name>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source> · %n images</source>
        <translation>
            <numerusform> · %n Bild</numerusform>
            <numerusform> · %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source> · held-out</source>
        <translation> · zurückgehalten</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>pic-in-pic</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>missing image</source>
        <translation>Bild fehlt</translation>
    </message>
    <message>
        <source>unreadable image</source>
        <translation>Bild unlesbar</translation>
    </message>
    <message>
        <source>path leaves the folder</source>
        <translation>Pfad führt aus dem Ordner</translation>
    </message>
    <message>
        <source>image marks</source>
        <translation>Bildmarken</translation>
    </message>
    <message>
        <source>empty question</source>
        <translation>leere Frage</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Dublette</translation>
    </message>
    <message>
        <source>text only</source>
        <translation>nur Text</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhaft</translation>
    </message>
</context>
<context>
    <name>mia::ui::HeatLegend</name>
    <message>
        <source>Scale of the difference from −%1 to +%1 times uniform</source>
        <translation>Skala der Differenz von −%1- bis +%1-mal Gleichverteilung</translation>
    </message>
    <message>
        <source>The second map less the first, patch by patch, in times uniform.
Blue: the first looked there more. Orange: the second did.</source>
        <translation>Die zweite Karte minus die erste, Patch für Patch, in Vielfachen der Gleichverteilung.
Blau: Die erste sah mehr dorthin. Orange: die zweite.</translation>
    </message>
    <message>
        <source>Heatmap scale from 0 to %1 times uniform</source>
        <translation>Skala der Heatmap von 0- bis %1-mal Gleichverteilung</translation>
    </message>
    <message>
        <source>Attention per patch, in times uniform: 1 is what chance would give every patch.
One scale for all pictures of this answer.</source>
        <translation>Aufmerksamkeit je Patch, in Vielfachen der Gleichverteilung: 1 gäbe der Zufall jedem Patch.
Eine Skala für alle Bilder dieser Antwort.</translation>
    </message>
    <message>
        <source>+%1 × uniform</source>
        <translation>+%1 × gleichverteilt</translation>
    </message>
    <message>
        <source>%1 × uniform</source>
        <translation>%1 × gleichverteilt</translation>
    </message>
    <message>
        <source>0 equal</source>
        <translation>0 gleich</translation>
    </message>
    <message>
        <source>1 chance</source>
        <translation>1 Zufall</translation>
    </message>
</context>
<context>
    <name>mia::ui::ImportSheet</name>
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
        <source>The open project&apos;s folder, or a new one</source>
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
    <message numerus="yes">
        <source>%1 · %2 · %3 rows</source>
        <translation>
            <numerusform>%1 · %2 · %3 Zeile</numerusform>
            <numerusform>%1 · %2 · %3 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · about %3 rows</source>
        <translation>%1 · %2 · etwa %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Preview of all %1 rows</source>
        <translation>
            <numerusform>Vorschau von %1 Zeile</numerusform>
            <numerusform>Vorschau aller %1 Zeilen</numerusform>
        </translation>
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
    <name>mia::ui::InlineEditor</name>
    <message>
        <source>Enter keeps it, Esc leaves it as it was, Shift+Enter begins a new line</source>
        <translation>Enter übernimmt, Esc lässt es, wie es war, Umschalt+Enter beginnt eine neue Zeile</translation>
    </message>
</context>
<context>
    <name>mia::ui::Job</name>
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
    <name>mia::ui::JobCenter</name>
    <message>
        <source>The program “mia” was not found beside this one or on the PATH. Install it, or build the target mia_app_cli.</source>
        <translation>Das Programm „mia“ fand sich weder neben diesem noch im PATH. Installieren Sie es, oder bauen Sie das Ziel mia_app_cli.</translation>
    </message>
</context>
<context>
    <name>mia::ui::JobRow</name>
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
    <name>mia::ui::JobTray</name>
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
    <name>mia::ui::KeyBar</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>mia::ui::KeyBindings</name>
    <message>
        <source>Accept the pair</source>
        <translation>Paar annehmen</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>Reject the pair</source>
        <translation>Paar verwerfen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>verwerfen</translation>
    </message>
    <message>
        <source>Swap chosen and rejected</source>
        <translation>Bevorzugte und abgelehnte tauschen</translation>
    </message>
    <message>
        <source>swap</source>
        <translation>tauschen</translation>
    </message>
    <message>
        <source>Skip to the next undecided pair</source>
        <translation>Zum nächsten offenen Paar springen</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>Flag with a reason</source>
        <translation>Mit Grund beanstanden</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>beanstanden</translation>
    </message>
    <message>
        <source>Edit the rejected answer</source>
        <translation>Abgelehnte Antwort bearbeiten</translation>
    </message>
    <message>
        <source>edit rejected</source>
        <translation>abgelehnte ändern</translation>
    </message>
    <message>
        <source>Edit the chosen answer</source>
        <translation>Bevorzugte Antwort bearbeiten</translation>
    </message>
    <message>
        <source>edit chosen</source>
        <translation>bevorzugte ändern</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <translation>Voriges Paar</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>on</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Where it looked for the chosen answer</source>
        <translation>Wohin es für die bevorzugte Antwort sah</translation>
    </message>
    <message>
        <source>chosen&apos;s map</source>
        <translation>Karte: bevorzugte</translation>
    </message>
    <message>
        <source>Where it looked for the rejected answer</source>
        <translation>Wohin es für die abgelehnte Antwort sah</translation>
    </message>
    <message>
        <source>rejected&apos;s map</source>
        <translation>Karte: abgelehnte</translation>
    </message>
    <message>
        <source>Target image large, while held</source>
        <translation>Zielbild groß, solange gehalten</translation>
    </message>
    <message>
        <source>hold: target</source>
        <translation>halten: Zielbild</translation>
    </message>
    <message>
        <source>Layer down</source>
        <translation>Schicht tiefer</translation>
    </message>
    <message>
        <source>layer −</source>
        <translation>Schicht −</translation>
    </message>
    <message>
        <source>Layer up</source>
        <translation>Schicht höher</translation>
    </message>
    <message>
        <source>layer +</source>
        <translation>Schicht +</translation>
    </message>
    <message>
        <source>Token back</source>
        <translation>Token zurück</translation>
    </message>
    <message>
        <source>token −</source>
        <translation>Token −</translation>
    </message>
    <message>
        <source>Token forward</source>
        <translation>Token weiter</translation>
    </message>
    <message>
        <source>token +</source>
        <translation>Token +</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Agreement of reviewers</source>
        <translation>Übereinstimmung der Prüfungen</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Decide all that the filter leaves…</source>
        <translation>Alles entscheiden, was der Filter lässt…</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Queue or answers, in a narrow window</source>
        <translation>Liste oder Antworten, im schmalen Fenster</translation>
    </message>
    <message>
        <source>pane</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Zoom to image 1</source>
        <translation>Bild 1 vergrößern</translation>
    </message>
    <message>
        <source>zoom image</source>
        <translation>Bild groß</translation>
    </message>
    <message>
        <source>Zoom to image 2</source>
        <translation>Bild 2 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 3</source>
        <translation>Bild 3 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 4</source>
        <translation>Bild 4 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 5</source>
        <translation>Bild 5 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 6</source>
        <translation>Bild 6 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 7</source>
        <translation>Bild 7 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 8</source>
        <translation>Bild 8 vergrößern</translation>
    </message>
    <message>
        <source>Zoom to image 9</source>
        <translation>Bild 9 vergrößern</translation>
    </message>
</context>
<context>
    <name>mia::ui::KeyButton</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>press a key…</source>
        <translation>Taste drücken…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Press it, then the new key; Esc leaves it, Delete takes it away</source>
        <translation>Drücken, dann die neue Taste; Esc lässt sie, Entf nimmt sie weg</translation>
    </message>
</context>
<context>
    <name>mia::ui::KeyFields</name>
    <message>
        <source>All as they came</source>
        <translation>Alle wie geliefert</translation>
    </message>
    <message>
        <source>%1 is “%2” already</source>
        <translation>%1 ist schon „%2“</translation>
    </message>
</context>
<context>
    <name>mia::ui::KeySheet</name>
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
    <name>mia::ui::LayerStrip</name>
    <message>
        <source>Decoder layers</source>
        <translation>Decoderschichten</translation>
    </message>
    <message>
        <source>Decoder layer %1</source>
        <translation>Decoderschicht %1</translation>
    </message>
    <message>
        <source>Mean of the decoder layers %1 to %2</source>
        <translation>Mittel der Decoderschichten %1 bis %2</translation>
    </message>
    <message>
        <source>Layer %1: %2 % of the attention on the target</source>
        <translation>Schicht %1: %2 % der Aufmerksamkeit auf dem Zielbild</translation>
    </message>
    <message>
        <source>
Threshold %1 %</source>
        <translation>
Schwelle %1 %</translation>
    </message>
    <message>
        <source>
Selection decides by this layer</source>
        <translation>
Die Auswahl entscheidet nach dieser Schicht</translation>
    </message>
    <message>
        <source>
Click or [ ]: this layer. Drag or Shift+[ ]: the mean over a range.</source>
        <translation>
Klick oder [ ]: diese Schicht. Ziehen oder Umschalt+[ ]: das Mittel über einen Bereich.</translation>
    </message>
</context>
<context>
    <name>mia::ui::LayoutCanvas</name>
    <message>
        <source>Preview of the layout</source>
        <translation>Vorschau der Anordnung</translation>
    </message>
    <message>
        <source>%1 target</source>
        <translation>%1 Ziel</translation>
    </message>
</context>
<context>
    <name>mia::ui::LookBoard</name>
    <message>
        <source>B less A</source>
        <translation>B minus A</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures, side B</source>
        <translation>Bilder, Seite B</translation>
    </message>
    <message>
        <source>Pictures, difference</source>
        <translation>Bilder, Differenz</translation>
    </message>
</context>
<context>
    <name>mia::ui::MainWindow</name>
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
        <source>Show the look-alikes</source>
        <translation>Ähnliche Bilder zeigen</translation>
    </message>
    <message>
        <source>Show the comparison</source>
        <translation>Vergleich zeigen</translation>
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
    <name>mia::ui::ModelBox</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Whose view is shown</source>
        <translation>Wessen Sicht gezeigt wird</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>Choose a model folder…</source>
        <translation>Modellordner wählen…</translation>
    </message>
    <message>
        <source>demo model</source>
        <translation>Demomodell</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>Modellordner wählen</translation>
    </message>
</context>
<context>
    <name>mia::ui::Note</name>
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
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
</context>
<context>
    <name>mia::ui::Page</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
</context>
<context>
    <name>mia::ui::PairModel</name>
    <message>
        <source> of %1</source>
        <translation> aus %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>mia::ui::PairQueue</name>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>least certain</source>
        <translation>unsicherste</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>nach Regel</translation>
    </message>
    <message>
        <source>by layout</source>
        <translation>nach Anordnung</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Which pairs</source>
        <translation>Welche Paare</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>all pairs</source>
        <translation>alle Paare</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>beanstandet</translation>
    </message>
    <message>
        <source>reviews disagree</source>
        <translation>Prüfungen uneins</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>So many pairs, drawn in proportion to each layout and number of images</source>
        <translation>So viele Paare, anteilig aus jeder Anordnung und Bilderzahl gezogen</translation>
    </message>
    <message>
        <source>no sampling</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>sample of %1</source>
        <translation>Probe: %1</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>Seed of the random order and of the sample</source>
        <translation>Startwert der zufälligen Reihenfolge und der Stichprobe</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 pairs</source>
        <translation>
            <numerusform>%1 Paar</numerusform>
            <numerusform>%1 Paare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::PictureCanvas</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1%2 × uniform more here in the second</source>
        <translation>%1%2 × gleichverteilt mehr hier im zweiten</translation>
    </message>
    <message>
        <source>%1 × uniform at this patch</source>
        <translation>%1 × gleichverteilt auf diesem Patch</translation>
    </message>
</context>
<context>
    <name>mia::ui::PlotBoard</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
</context>
<context>
    <name>mia::ui::PresetBox</name>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Preset, or a name to save as</source>
        <translation>Vorgabe, oder ein Name zum Speichern</translation>
    </message>
    <message>
        <source>Choose a preset, or type a name and save (Ctrl+S)</source>
        <translation>Vorgabe wählen, oder Namen eingeben und speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Paper: sequence</source>
        <translation>Artikel: Folge</translation>
    </message>
    <message>
        <source>Paper: grid</source>
        <translation>Artikel: Raster</translation>
    </message>
    <message>
        <source>Paper: pic-in-pic</source>
        <translation>Artikel: Bild im Bild</translation>
    </message>
    <message>
        <source>Paper:</source>
        <translation>Artikel:</translation>
    </message>
    <message>
        <source>Type a name of your own for the preset, without “/”, then save.</source>
        <translation>Einen eigenen Namen für die Vorgabe eingeben, ohne „/“, dann speichern.</translation>
    </message>
</context>
<context>
    <name>mia::ui::PreviewDelegate</name>
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
    <name>mia::ui::PreviewList</name>
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
    <name>mia::ui::ProgressStrip</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>none decided</source>
        <translation>keins entschieden</translation>
    </message>
    <message>
        <source>%1 (%2–%3) of %4</source>
        <translation>%1 (%2–%3) von %4</translation>
    </message>
    <message>
        <source>Pairs decided</source>
        <translation>Entschiedene Paare</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>about %1 of work</source>
        <translation>etwa %1 Arbeit</translation>
    </message>
    <message>
        <source>Pace: decisions per minute of work over the newest 200; a gap of more than two minutes is a break.</source>
        <translation>Tempo: Entscheidungen je Arbeitsminute über die neuesten 200; eine Lücke von mehr als zwei Minuten ist eine Pause.</translation>
    </message>
    <message>
        <source>%1: accepted %2</source>
        <translation>%1: angenommen %2</translation>
    </message>
</context>
<context>
    <name>mia::ui::QueueNarrowing</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only pairs of one layout, number of images or rule</source>
        <translation>Nur Paare einer Anordnung, Bildanzahl oder Regel</translation>
    </message>
    <message>
        <source>Filter by layout, number of images and rule</source>
        <translation>Nach Anordnung, Bildanzahl und Regel filtern</translation>
    </message>
    <message>
        <source>Filters of the queue</source>
        <translation>Filter der Warteschlange</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>There are no pairs</source>
        <translation>Es gibt keine Paare</translation>
    </message>
</context>
<context>
    <name>mia::ui::ReadingPanel</name>
    <message>
        <source>Ground truth</source>
        <translation>Richtige Antwort</translation>
    </message>
    <message>
        <source>Attention head</source>
        <translation>Aufmerksamkeitskopf</translation>
    </message>
    <message>
        <source>The head whose attention is shown; the mean is what selection reads</source>
        <translation>Der Kopf, dessen Aufmerksamkeit gezeigt wird; die Auswahl liest das Mittel</translation>
    </message>
    <message>
        <source>Choose a head…</source>
        <translation>Kopf wählen…</translation>
    </message>
    <message>
        <source>Loads the model into the engine, so that each head can be asked for</source>
        <translation>Lädt das Modell in die Engine, sodass jeder Kopf abgefragt werden kann</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>target is image %1 of %2</source>
        <translation>Ziel ist Bild %1 von %2</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>mean over all heads</source>
        <translation>Mittel über alle Köpfe</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>Own photos</source>
        <translation>Eigene Fotos</translation>
    </message>
</context>
<context>
    <name>mia::ui::RecentButton</name>
    <message>
        <source>Open project %1</source>
        <translation>Projekt %1 öffnen</translation>
    </message>
</context>
<context>
    <name>mia::ui::RequestForm</name>
    <message>
        <source>IMAGES</source>
        <translation>BILDER</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>How many, each sample draws one: 3 or 2, 4, 9. Empty: the paper&apos;s</source>
        <translation>Wie viele, jedes Beispiel zieht eine Zahl: 3 oder 2, 4, 9. Leer: die des Artikels</translation>
    </message>
    <message>
        <source>the paper&apos;s</source>
        <translation>wie im Artikel</translation>
    </message>
    <message>
        <source>Target&apos;s place</source>
        <translation>Platz des Ziels</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>same source</source>
        <translation>gleiche Quelle</translation>
    </message>
    <message>
        <source>look-alike</source>
        <translation>ähnlich</translation>
    </message>
    <message>
        <source>unlike</source>
        <translation>unähnlich</translation>
    </message>
    <message>
        <source>GRID</source>
        <translation>RASTER</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>most square</source>
        <translation>quadratisch</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>by rows</source>
        <translation>zeilenweise</translation>
    </message>
    <message>
        <source>by columns</source>
        <translation>spaltenweise</translation>
    </message>
    <message>
        <source>Cell width</source>
        <translation>Zellenbreite</translation>
    </message>
    <message>
        <source>Cell height</source>
        <translation>Zellenhöhe</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassung</translation>
    </message>
    <message>
        <source>whole, top left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>whole, centred</source>
        <translation>mittig</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>füllen</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>strecken</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Border colour</source>
        <translation>Rahmenfarbe</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriften</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{i} is the number of the image; letters, digits and signs of ASCII</source>
        <translation>{i} ist die Nummer des Bilds; Buchstaben, Ziffern und Zeichen aus ASCII</translation>
    </message>
    <message>
        <source>Label size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Label side</source>
        <translation>Textseite</translation>
    </message>
    <message>
        <source>above</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>Label place</source>
        <translation>Textlage</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>mittig</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Label colour</source>
        <translation>Textfarbe</translation>
    </message>
    <message>
        <source>INSET</source>
        <translation>EINBLENDUNG</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Frame colour</source>
        <translation>Rahmenfarbe</translation>
    </message>
    <message>
        <source>WORDING</source>
        <translation>WORTLAUT</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>{images} the pictures as the layout announces them, {marks} their bare marks, {k} the target&apos;s number, {question} with a small first letter, {Question} as asked</source>
        <translation>{images} die Bilder, wie die Anordnung sie ankündigt, {marks} nur ihre Marken, {k} die Nummer des Ziels, {question} mit kleinem Anfangsbuchstaben, {Question} wie gefragt</translation>
    </message>
    <message>
        <source>SAMPLES</source>
        <translation>BEISPIELE</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>all questions</source>
        <translation>alle Fragen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held-out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Frage Nr.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
</context>
<context>
    <name>mia::ui::ResponseModel</name>
    <message>
        <source> of %1</source>
        <translation> aus %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n answers</source>
        <translation>
            <numerusform>%1 · %2 · %n Antwort</numerusform>
            <numerusform>%1 · %2 · %n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · pair</source>
        <translation>%1 · Paar</translation>
    </message>
    <message>
        <source>, a pair</source>
        <translation>, ein Paar</translation>
    </message>
</context>
<context>
    <name>mia::ui::ResponseQueue</name>
    <message>
        <source>(no answer)</source>
        <translation>(keine Antwort)</translation>
    </message>
    <message>
        <source>(an empty answer)</source>
        <translation>(eine leere Antwort)</translation>
    </message>
    <message>
        <source>
Run %1</source>
        <translation>
Lauf %1</translation>
    </message>
    <message>
        <source>Answered samples</source>
        <translation>Beantwortete Beispiele</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answers to this sample</source>
        <translation>Antworten auf dieses Beispiel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in questions and ground truths</source>
        <translation>In Fragen und richtigen Antworten suchen</translation>
    </message>
    <message>
        <source>Every word must occur in the prompt or the ground truth (Ctrl+F)</source>
        <translation>Jedes Wort muss im Prompt oder in der richtigen Antwort stehen (Strg+F)</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>any layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>What came of the answers</source>
        <translation>Was aus den Antworten wurde</translation>
    </message>
    <message>
        <source>any outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>became a pair</source>
        <translation>wurde ein Paar</translation>
    </message>
    <message>
        <source>wrong, looked at target</source>
        <translation>falsch, sah aufs Zielbild</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>better after training</source>
        <translation>nach Training besser</translation>
    </message>
    <message>
        <source>worse after training</source>
        <translation>nach Training schlechter</translation>
    </message>
    <message numerus="yes">
        <source>%1 samples with answers</source>
        <translation>
            <numerusform>%1 Beispiel mit Antworten</numerusform>
            <numerusform>%1 Beispiele mit Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mia::ui::ResponsesPage</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No answered sample matches</source>
        <translation>Kein beantwortetes Beispiel passt</translation>
    </message>
    <message>
        <source>Widen the search or the filters.</source>
        <translation>Suche oder Filter weiter fassen.</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>Ask a model: “mia generate --model FOLDER --project %1”
records its answers and where it looked.</source>
        <translation>Ein Modell fragen: „mia generate --model ORDNER --project %1“
zeichnet seine Antworten auf und wohin es sah.</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>Voriges Beispiel</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>Previous answer</source>
        <translation>Vorige Antwort</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>Nächste Antwort</translation>
    </message>
    <message>
        <source>Previous answer on side B</source>
        <translation>Vorige Antwort auf Seite B</translation>
    </message>
    <message>
        <source>Next answer on side B</source>
        <translation>Nächste Antwort auf Seite B</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Search the answered samples</source>
        <translation>Beantwortete Beispiele durchsuchen</translation>
    </message>
    <message>
        <source>All tokens, no patch</source>
        <translation>Alle Token, kein Patch</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>Eine Antwort</translation>
    </message>
    <message>
        <source>Compare two answers</source>
        <translation>Zwei Antworten vergleichen</translation>
    </message>
    <message>
        <source>Compare two layers</source>
        <translation>Zwei Schichten vergleichen</translation>
    </message>
    <message>
        <source>Difference of both sides</source>
        <translation>Differenz beider Seiten</translation>
    </message>
    <message>
        <source>Layer down</source>
        <translation>Schicht tiefer</translation>
    </message>
    <message>
        <source>Layer up</source>
        <translation>Schicht höher</translation>
    </message>
    <message>
        <source>Mean over fewer layers</source>
        <translation>Mittel über weniger Schichten</translation>
    </message>
    <message>
        <source>Mean over more layers</source>
        <translation>Mittel über mehr Schichten</translation>
    </message>
    <message>
        <source>Layer down on side B</source>
        <translation>Schicht tiefer auf Seite B</translation>
    </message>
    <message>
        <source>Layer up on side B</source>
        <translation>Schicht höher auf Seite B</translation>
    </message>
    <message>
        <source>Token back</source>
        <translation>Token zurück</translation>
    </message>
    <message>
        <source>Token forward</source>
        <translation>Token weiter</translation>
    </message>
    <message>
        <source>Mark the patch to the left</source>
        <translation>Patch links davon markieren</translation>
    </message>
    <message>
        <source>Mark the patch to the right</source>
        <translation>Patch rechts davon markieren</translation>
    </message>
    <message>
        <source>Mark the patch above</source>
        <translation>Patch darüber markieren</translation>
    </message>
    <message>
        <source>Mark the patch below</source>
        <translation>Patch darunter markieren</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Outline the images</source>
        <translation>Bilder umranden</translation>
    </message>
    <message>
        <source>Keep this scale while paging</source>
        <translation>Skala beim Blättern festhalten</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Raw patches</source>
        <translation>Rohe Patches</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Konturen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Stronger heatmap</source>
        <translation>Heatmap stärker</translation>
    </message>
    <message>
        <source>Fainter heatmap</source>
        <translation>Heatmap schwächer</translation>
    </message>
    <message>
        <source>Copy picture and answer</source>
        <translation>Bild und Antwort kopieren</translation>
    </message>
    <message>
        <source>Save picture as PNG or SVG…</source>
        <translation>Bild als PNG oder SVG speichern…</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Präsentieren</translation>
    </message>
    <message>
        <source>Present: the pictures and answers alone, in larger type (F11)</source>
        <translation>Präsentieren: nur Bilder und Antworten, in größerer Schrift (F11)</translation>
    </message>
    <message>
        <source>Smooth, raw patches or contours</source>
        <translation>Geglättet, rohe Patches oder Konturen</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Farben der Heatmap</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>One picture px per screen px</source>
        <translation>Ein Bildpixel je Bildschirmpixel</translation>
    </message>
    <message>
        <source>Samples or reading</source>
        <translation>Beispiele oder Lesart</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Opacity of the heatmap (O, Shift+O)</source>
        <translation>Deckkraft der Heatmap (O, Umschalt+O)</translation>
    </message>
    <message>
        <source>Ground truth: %1</source>
        <translation>Richtige Antwort: %1</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>%1 gefragt</translation>
    </message>
    <message>
        <source>What do you ask about these photos?</source>
        <translation>Was möchten Sie zu diesen Fotos fragen?</translation>
    </message>
    <message>
        <source>Shown is the mean; asking the engine for this head…</source>
        <translation>Gezeigt wird das Mittel; die Engine wird nach diesem Kopf gefragt…</translation>
    </message>
    <message>
        <source>Shown is the mean; asking the engine for this token…</source>
        <translation>Gezeigt wird das Mittel; die Engine wird nach diesem Token gefragt…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, layer %1</source>
        <translation>, Schicht %1</translation>
    </message>
    <message>
        <source>, layers %1–%2</source>
        <translation>, Schichten %1–%2</translation>
    </message>
    <message>
        <source>, head %1</source>
        <translation>, Kopf %1</translation>
    </message>
    <message>
        <source>, token %1</source>
        <translation>, Token %1</translation>
    </message>
    <message>
        <source>Sample %1 has no answers here.</source>
        <translation>Beispiel %1 hat hier keine Antworten.</translation>
    </message>
</context>
<context>
    <name>mia::ui::ReviewWriter</name>
    <message>
        <source>Nothing was decided: %1</source>
        <translation>Nichts wurde entschieden: %1</translation>
    </message>
    <message numerus="yes">
        <source>Decide %n pairs at once</source>
        <translation>
            <numerusform>%n Paar auf einmal entscheiden</numerusform>
            <numerusform>%n Paare auf einmal entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>The pair was not settled: %1</source>
        <translation>Das Paar wurde nicht geklärt: %1</translation>
    </message>
    <message>
        <source>Nothing was taken over: %1</source>
        <translation>Nichts wurde übernommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 decisions taken over, %2 were here already.</source>
        <translation>
            <numerusform>%1 Entscheidung übernommen, %2 waren schon da.</numerusform>
            <numerusform>%1 Entscheidungen übernommen, %2 waren schon da.</numerusform>
        </translation>
    </message>
    <message>
        <source> %1 are about answers that this project does not have.</source>
        <translation> %1 betreffen Antworten, die dieses Projekt nicht hat.</translation>
    </message>
    <message numerus="yes">
        <source> Reviews disagree on %1 pairs.</source>
        <translation>
            <numerusform> Bei %1 Paar sind Prüfungen uneins.</numerusform>
            <numerusform> Bei %1 Paaren sind Prüfungen uneins.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was taken back: %1</source>
        <translation>Nichts wurde zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Nothing was done again: %1</source>
        <translation>Nichts wurde wiederholt: %1</translation>
    </message>
    <message>
        <source>There is nothing left to take back.</source>
        <translation>Es gibt nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is nothing left to do again.</source>
        <translation>Es gibt nichts mehr zu wiederholen.</translation>
    </message>
    <message>
        <source>That was a decision about a pair that the newest selection has not.</source>
        <translation>Das war eine Entscheidung über ein Paar, das die neueste Auswahl nicht hat.</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Neu entscheiden</translation>
    </message>
    <message>
        <source>Earlier decision</source>
        <translation>Frühere Entscheidung</translation>
    </message>
    <message numerus="yes">
        <source>Deciding %1 pairs</source>
        <translation>
            <numerusform>%1 Paar wird entschieden</numerusform>
            <numerusform>%1 Paare werden entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking over decisions</source>
        <translation>Entscheidungen werden übernommen</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message>
        <source>Doing again</source>
        <translation>Wird wiederholt</translation>
    </message>
</context>
<context>
    <name>mia::ui::RunModel</name>
    <message>
        <source>waiting for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message numerus="yes">
        <source>finished, %1 steps</source>
        <translation>
            <numerusform>fertig, %1 Schritt</numerusform>
            <numerusform>fertig, %1 Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped at step %1</source>
        <translation>gestoppt bei Schritt %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ended without a word at step %1</source>
        <translation>endete ohne ein Wort bei Schritt %1</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>preparing: %1 %2 of %3</source>
        <translation>bereitet vor: %1 %2 von %3</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>d MMM, HH:mm</source>
        <translation>d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>paused at step %1</source>
        <translation>angehalten bei Schritt %1</translation>
    </message>
    <message>
        <source>paused while it prepares</source>
        <translation>während der Vorbereitung angehalten</translation>
    </message>
    <message>
        <source>pausing behind step %1</source>
        <translation>hält nach Schritt %1 an</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>It starts by itself when those before it are over, also without the window.</source>
        <translation>Er beginnt von selbst, sobald die Läufe davor beendet sind, auch ohne das Fenster.</translation>
    </message>
    <message>
        <source>It can be resumed: from step %1 on, with nothing lost.</source>
        <translation>Er kann wieder aufgenommen werden: ab Schritt %1, ohne Verlust.</translation>
    </message>
    <message>
        <source>It can be resumed, from its beginning.</source>
        <translation>Er kann von Anfang an wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>It was prepared; Resume begins it.</source>
        <translation>Er ist vorbereitet; „Wieder aufnehmen“ startet ihn.</translation>
    </message>
    <message>
        <source>Its model stays in memory: it goes on at once. Stop frees the memory, and it can be resumed later.</source>
        <translation>Sein Modell bleibt im Speicher: Er läuft sofort weiter. „Beenden“ gibt den Speicher frei, und er kann später wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>It goes on when the window is closed.</source>
        <translation>Er läuft weiter, wenn das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>mia::ui::RunPanel</name>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>margin %1</source>
        <translation>Margin %1</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Warum es endete</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>What stands out</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Rechenzeit</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pairs of the step</source>
        <translation>Paare des Schritts</translation>
    </message>
    <message>
        <source>Name, tags and note</source>
        <translation>Name, Schlagwörter und Notiz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A name</source>
        <translation>Ein Name</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What was tried, and what came of it</source>
        <translation>Was versucht wurde und was daraus wurde</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%1 von %2 Beispielen</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Show from step %1</source>
        <translation>Ab Schritt %1 zeigen</translation>
    </message>
    <message>
        <source>The project no longer has the pairs of step %1.</source>
        <translation>Das Projekt hat die Paare von Schritt %1 nicht mehr.</translation>
    </message>
    <message>
        <source>step %1 · pair %2 of %3</source>
        <translation>Schritt %1 · Paar %2 von %3</translation>
    </message>
    <message>
        <source>Stopping: it writes a checkpoint first, to be resumed from.</source>
        <translation>Wird beendet: Zuvor entsteht ein Checkpoint zum Wiederaufnehmen.</translation>
    </message>
    <message>
        <source>Step %1 learned from these %2; Return opens one&apos;s answers</source>
        <translation>Schritt %1 hat aus diesen %2 gelernt; Eingabe öffnet die Antworten eines Paars</translation>
    </message>
    <message>
        <source>as selection %1 chose them</source>
        <translation>wie Auswahl %1 sie traf</translation>
    </message>
    <message>
        <source>of selection %1, accepted by %2</source>
        <translation>aus Auswahl %1, angenommen von %2</translation>
    </message>
    <message>
        <source>of selection %1, accepted by people</source>
        <translation>aus Auswahl %1, von Menschen angenommen</translation>
    </message>
</context>
<context>
    <name>mia::ui::SampleSheet</name>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Sample %1: %2</source>
        <translation>Beispiel %1: %2</translation>
    </message>
</context>
<context>
    <name>mia::ui::SelectionBar</name>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Add a tag to the selected items</source>
        <translation>Schlagwort für Ausgewähltes</translation>
    </message>
    <message>
        <source>A tag for every selected item; Enter adds it (T)</source>
        <translation>Ein Schlagwort für alles Ausgewählte; Enter fügt es hinzu (T)</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message>
        <source>There are no tags yet</source>
        <translation>Es gibt noch keine Schlagwörter</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Let the selected items take part again (X)</source>
        <translation>Ausgewähltes wieder teilnehmen lassen (X)</translation>
    </message>
    <message>
        <source>Leave the selected items out of composing, generating and selecting (X)</source>
        <translation>Ausgewähltes beim Anordnen, Erzeugen und Auswählen weglassen (X)</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>mia::ui::SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keys of the Audit page</source>
        <translation>Tasten der Seite „Prüfen“</translation>
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
    <name>mia::ui::ShareBar</name>
    <message>
        <source>Attention: %1</source>
        <translation>Aufmerksamkeit: %1</translation>
    </message>
    <message>
        <source>%1 elsewhere</source>
        <translation>%1 anderswo</translation>
    </message>
    <message>
        <source>%1 on image %2</source>
        <translation>%1 auf Bild %2</translation>
    </message>
    <message>
        <source> (the target)</source>
        <translation> (dem Zielbild)</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
</context>
<context>
    <name>mia::ui::Sheet</name>
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
    <name>mia::ui::ShelfBar</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in questions, answers and file names</source>
        <translation>In Fragen, Antworten und Dateinamen suchen</translation>
    </message>
    <message>
        <source>Every word must begin a word of the question, the answer or the path (Ctrl+F)</source>
        <translation>Jedes Wort muss ein Wort der Frage, der Antwort oder des Pfads beginnen (Strg+F)</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl + wheel)</source>
        <translation>Größe der Vorschaubilder (Strg + Mausrad)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 images, %2 questions about them, %3 rows quarantined (Ctrl+Shift+I)</source>
        <translation>%1 Bilder, %2 Fragen dazu, %3 Zeilen beiseitegelegt (Strg+Umschalt+I)</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>%1 samples, %2 answers of models (Ctrl+Shift+S)</source>
        <translation>%1 Beispiele, %2 Antworten von Modellen (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseite</translation>
    </message>
    <message>
        <source>%1 rows of imported files that could not be used, with reasons (Ctrl+Shift+Q)</source>
        <translation>%1 unbrauchbare Zeilen importierter Dateien, mit Gründen (Strg+Umschalt+Q)</translation>
    </message>
</context>
<context>
    <name>mia::ui::SidePanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>token %1 of %2 · probability %3&#xa0;%</source>
        <translation>Token %1 von %2 · Wahrscheinlichkeit %3&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>mean over %n tokens</source>
        <translation>
            <numerusform>Mittel über %n Token</numerusform>
            <numerusform>Mittel über %n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer %1: the target&apos;s share by layer</source>
        <translation>Schicht %1: Anteil des Ziels je Schicht</translation>
    </message>
    <message>
        <source>Mean of layers %1 to %2</source>
        <translation>Mittel der Schichten %1 bis %2</translation>
    </message>
    <message>
        <source>times uniform on the marked patch</source>
        <translation>mal Gleichverteilung auf dem markierten Patch</translation>
    </message>
    <message>
        <source>Layer %1: the largest share by layer</source>
        <translation>Schicht %1: der größte Anteil je Schicht</translation>
    </message>
</context>
<context>
    <name>mia::ui::StartPage</name>
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
    <name>mia::ui::StepPairView</name>
    <message>
        <source>Previous pair of the step</source>
        <translation>Voriges Paar des Schritts</translation>
    </message>
    <message>
        <source>Next pair of the step</source>
        <translation>Nächstes Paar des Schritts</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Audit this pair</source>
        <translation>Dieses Paar prüfen</translation>
    </message>
    <message>
        <source>Curves alone</source>
        <translation>Nur Kurven</translation>
    </message>
    <message>
        <source>✓ chosen</source>
        <translation>✓ bevorzugt</translation>
    </message>
    <message>
        <source>✕ rejected</source>
        <translation>✕ abgelehnt</translation>
    </message>
    <message>
        <source>✓ where it looked for the right answer</source>
        <translation>✓ wohin es für die richtige Antwort sah</translation>
    </message>
    <message>
        <source>✕ where it looked for its own answer</source>
        <translation>✕ wohin es für die eigene Antwort sah</translation>
    </message>
    <message>
        <source>✓ where it looked for its own answer</source>
        <translation>✓ wohin es für die eigene Antwort sah</translation>
    </message>
    <message>
        <source>✕ where it looked for the ground truth</source>
        <translation>✕ wohin es für die vorgegebene Antwort sah</translation>
    </message>
</context>
<context>
    <name>mia::ui::StepSheet</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>the paper&apos;s</source>
        <translation>denen des Artikels</translation>
    </message>
    <message>
        <source>the demo&apos;s</source>
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
<context>
    <name>mia::ui::ThresholdView</name>
    <message>
        <source>Perplexity of the answer</source>
        <translation>Perplexität der Antwort</translation>
    </message>
    <message>
        <source>Length ratio, longer to shorter</source>
        <translation>Längenverhältnis, längere zu kürzerer</translation>
    </message>
    <message>
        <source>Edit distance to the ground truth</source>
        <translation>Editierdistanz zur richtigen Antwort</translation>
    </message>
    <message>
        <source>Share of attention on the target · %1 of %2</source>
        <translation>Zielanteil · %1 aus %2</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Select again</source>
        <translation>Neu auswählen</translation>
    </message>
    <message>
        <source>Makes a new selection with these cuts; earlier ones and all decisions stay</source>
        <translation>Trifft mit diesen Schwellen eine neue Auswahl; frühere und alle Entscheidungen bleiben</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Pairs that would come or go</source>
        <translation>Paare, die hinzukämen oder wegfielen</translation>
    </message>
    <message>
        <source>Enter or a double click shows the pair</source>
        <translation>Enter oder ein Doppelklick zeigt das Paar</translation>
    </message>
    <message>
        <source>Pairs that flip, nearest to the cut first</source>
        <translation>Wechselnde Paare, die knappsten zuerst</translation>
    </message>
    <message numerus="yes">
        <source>%1 pairs</source>
        <translation>
            <numerusform>%1 Paar</numerusform>
            <numerusform>%1 Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 pairs: %2 come, %3 go</source>
        <translation>%1 Paare: %2 kommen hinzu, %3 fallen weg</translation>
    </message>
    <message>
        <source>%1 of %2: +%3 −%4</source>
        <translation>%1 aus %2: +%3 −%4</translation>
    </message>
    <message>
        <source>Drag a cut, or move it with the arrow keys (Shift: further, Home: back), to see which pairs would come and go. Right answers stand above the line, wrong ones below it.</source>
        <translation>Eine Schwelle ziehen oder mit den Pfeiltasten verschieben (Umschalt: weiter, Pos1: zurück), um zu sehen, welche Paare hinzukämen und wegfielen. Richtige Antworten stehen über der Linie, falsche darunter.</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 · share %4</source>
        <translation>%1 · %2 aus %3 · Anteil %4</translation>
    </message>
    <message>
        <source>would come</source>
        <translation>käme hinzu</translation>
    </message>
    <message>
        <source>would go</source>
        <translation>fiele weg</translation>
    </message>
</context>
<context>
    <name>mia::ui::TokenStrip</name>
    <message>
        <source>Tokens of the answer: %1</source>
        <translation>Token der Antwort: %1</translation>
    </message>
    <message>
        <source>All tokens</source>
        <translation>Alle Token</translation>
    </message>
    <message>
        <source>“%1”, token %2 of %3
probability %4 %, log-prob %5</source>
        <translation>„%1“, Token %2 von %3
Wahrscheinlichkeit %4 %, Log-Wahrscheinlichkeit %5</translation>
    </message>
</context>
<context>
    <name>mia::ui::TrainForm</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Kurzer Versuch</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>%1 to %2 tokens, half of them below %3</source>
        <translation>%1 bis %2 Token, die Hälfte unter %3</translation>
    </message>
    <message>
        <source>%1 of %2 pairs, %3 steps</source>
        <translation>%1 von %2 Paaren, %3 Schritte</translation>
    </message>
    <message>
        <source>%1 held out: only scored</source>
        <translation>%1 zurückgehalten: nur bewertet</translation>
    </message>
    <message>
        <source>%1 left out: longer than max length</source>
        <translation>%1 weggelassen: länger als die Höchstlänge</translation>
    </message>
    <message>
        <source>%1 left out: a photo is gone, such as %2</source>
        <translation>%1 weggelassen: ein Foto fehlt, etwa %2</translation>
    </message>
    <message>
        <source>%1; %2 are free
%3</source>
        <translation>%1; %2 sind frei
%3</translation>
    </message>
    <message>
        <source>not known
%1</source>
        <translation>nicht bekannt
%1</translation>
    </message>
    <message>
        <source>about %1
%2</source>
        <translation>etwa %1
%2</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>Vorgabe %1</translation>
    </message>
    <message>
        <source>A name for it, if you like</source>
        <translation>Ein Name dafür, wenn gewünscht</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>Woraus es lernt</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Trained already: show that run</source>
        <translation>Schon trainiert: diesen Lauf zeigen</translation>
    </message>
    <message>
        <source>A run with these settings and as many pairs is there; another seed makes another run</source>
        <translation>Ein Lauf mit diesen Einstellungen und ebenso vielen Paaren ist da; ein anderer Startwert ergibt einen neuen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Start the training (Ctrl+Return); it goes on when the window is closed</source>
        <translation>Training starten (Strg+Eingabe); es läuft weiter, wenn das Fenster zu ist</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1, noch einmal</translation>
    </message>
    <message>
        <source>It may need more memory than is free: a smaller micro batch size needs less.</source>
        <translation>Es könnte mehr Speicher brauchen, als frei ist: Eine kleinere Mikrobatchgröße braucht weniger.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training “%1”</source>
        <translation>Training „%1“</translation>
    </message>
    <message>
        <source>%1 of %2 accepted pairs, %3 steps</source>
        <translation>%1 von %2 angenommenen Paaren, %3 Schritte</translation>
    </message>
    <message>
        <source>%1 are accepted in the audit</source>
        <translation>%1 sind beim Prüfen angenommen</translation>
    </message>
    <message>
        <source>Audit pairs</source>
        <translation>Paare prüfen</translation>
    </message>
    <message>
        <source>Accept pairs on the Audit page; this form stays as it is</source>
        <translation>Paare auf der Seite „Prüfen“ annehmen; dieses Formular bleibt, wie es ist</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>sieht nach…</translation>
    </message>
</context>
<context>
    <name>mia::ui::TrainPage</name>
    <message>
        <source>The runs, or the words about one</source>
        <translation>Die Läufe oder die Angaben zu einem</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>Settings and best figures</source>
        <translation>Einstellungen und Bestwerte</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritt</translation>
    </message>
    <message>
        <source>by pairs</source>
        <translation>nach Paaren</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>What the curves stand over</source>
        <translation>Worüber die Kurven stehen</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Shown series</source>
        <translation>Gezeigte Reihen</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Logarithmische Werte</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all of the curves</source>
        <translation>Kurven ganz zeigen</translation>
    </message>
    <message>
        <source>Export the curves…</source>
        <translation>Kurven exportieren…</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Smoothing: %1 % of the past</source>
        <translation>Glättung: %1 % des Vergangenen</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>Kurven exportieren</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Table of figures (*.csv)</source>
        <translation>Zahlentabelle (*.csv)</translation>
    </message>
    <message>
        <source>Folder for TensorBoard (*)</source>
        <translation>Ordner für TensorBoard (*)</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>New training with these settings</source>
        <translation>Neues Training mit diesen Einstellungen</translation>
    </message>
    <message>
        <source>Delete; can be undone</source>
        <translation>Löschen; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Log of the run, or its curves</source>
        <translation>Protokoll des Laufs oder seine Kurven</translation>
    </message>
    <message>
        <source>This training waits until those before it are over; then it starts by itself, whether or not the window is open.</source>
        <translation>Dieses Training wartet, bis die vor ihm vorbei sind; dann startet es von selbst, ob das Fenster offen ist oder nicht.</translation>
    </message>
    <message>
        <source>No step was measured yet: %1.</source>
        <translation>Noch kein Schritt gemessen: %1.</translation>
    </message>
    <message>
        <source>The command that trains it was not found; it may just have ended.</source>
        <translation>Der Befehl, der es trainiert, fand sich nicht; vielleicht endete er eben.</translation>
    </message>
    <message>
        <source>Going on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n runs</source>
        <translation>
            <numerusform>%n Lauf löschen</numerusform>
            <numerusform>%n Läufe löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Write about a run</source>
        <translation>Über einen Lauf schreiben</translation>
    </message>
    <message>
        <source>The engine has written nothing.</source>
        <translation>Die Engine hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>Logarithmic steps, pairs or time</source>
        <translation>Schritte, Paare oder Zeit logarithmisch</translation>
    </message>
    <message>
        <source>log ↑</source>
        <translation>log ↑</translation>
    </message>
    <message>
        <source>log →</source>
        <translation>log →</translation>
    </message>
    <message>
        <source>Pause behind the present step, with the model in memory</source>
        <translation>Nach dem laufenden Schritt anhalten, das Modell bleibt im Speicher</translation>
    </message>
    <message>
        <source>No engine is at work on it; it may just have ended.</source>
        <translation>Keine Engine arbeitet daran; vielleicht ist er gerade zu Ende gegangen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on at once</source>
        <translation>Sofort fortsetzen</translation>
    </message>
    <message>
        <source>It was not paused.</source>
        <translation>Er war nicht angehalten.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop: end it behind a checkpoint; it can be resumed</source>
        <translation>Nach einem Checkpoint beenden; kann wieder aufgenommen werden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint</source>
        <translation>Ab dem letzten Checkpoint wieder aufnehmen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>It failed before its first step.

%1

%2</source>
        <translation>Er ist vor dem ersten Schritt gescheitert.

%1

%2</translation>
    </message>
</context>
<context>
    <name>mia::ui::WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Done so far</source>
        <translation>Bisher erledigt</translation>
    </message>
    <message>
        <source>Nothing of it is stored then</source>
        <translation>Davon wird dann nichts gespeichert</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
</context>
</TS>
