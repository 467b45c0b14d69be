/**
 * Given names of western Europe and the Americas in several languages and with their short forms, and family names whose spelling
 * wavers (Gonzalez, Gonzales). One name a line.
 */
export const westernFamilies = `
william bill billy will willy wilhelm guillermo guillaume guglielmo willem liam vilhelm willie
robert bob bobby rob robbie roberto rupert
richard dick rick ricky richie ricardo riccardo ryszard rikard
charles charlie chuck carlos carlo karl carl karel karol
thomas tom tommy tomas tomasz tommaso
edmund edmundo edmond
henry harry hank henri enrique heinrich enrico hendrik henrik henrique henryk heinz
lawrence larry laurence lorenzo laurent lorenz
frederick fred freddy friedrich federico frederic fredrik fritz frederik fryderyk
francis frank francisco francesco francois franz frans franciszek pancho paco
ronald ron ronnie ronaldo
donald donnie
kenneth ken kenny
gerald gerry gerard gerardo gerhard gerrit gerardus
raymond ray ramon raimundo raymundo raimund
patrick pat patricio patrizio padraig
benjamin benny binyamin benyamin
samuel sam sammy samuele samuil shmuel
nathaniel nathan nate nathanael natanael
christopher chris cristobal christoph cristoforo christophe krzysztof kristofer christoffer hristofor
christian cristian kristian krystian christiaan
jonathan jonatan jonathon
joshua josh josue yehoshua
zachariah zach zack
elizabeth elisabeth isabel liz beth betty elisabetta elisabet isabella elizaveta isabelle isabela yelizaveta elzbieta елизавета
susan suzanne susana susanna suzan susanne
deborah debra debbie debora
barbara barbora varvara
jennifer jenny jen
jessica jessika jess
rebecca becky rebeca rebekah
theresa teresa therese tereza
rachel raquel rahel raquelle
ruth rut
martha marta
martin marten martino martyn
oscar oskar
rafael raphael raffaele rafal rafail
gabriel gabriele gavriel gavril jibril gibril djibril jebril cebrail jebrail jabrail jebreil cibril jibreel gabriil جبريل
manuel emmanuel emanuel manolo imanuel emanuele manolis
joaquin joachim joakim gioacchino
jesus chuy
julian julien juliano giuliano yulian
julio julius jules giulio
hector ettore
hugo ugo
ernesto ernest ernst
alfonso alphonse alfons alonso
alfred alfredo
alberto albert albrecht adalbert
angel angelo
arnold arnaldo arnoldo arnaud
bernard bernardo bernhard bernd
bruno brunon
cesar cesare caesar
claude claudio claudius klaudiusz
diego santiago tiago
emil emilio emile
fabian fabio fabien fabiano
felix felice
fernando ferdinand hernan hernando fernand
gustavo gustav gustave gustaf
ivo yves
leonardo leonard leonhard lenny
luis louis luigi luiz lewis
marcelo marcel marcello
mauricio maurice maurizio moritz morris
nestor nestore
octavio octavian ottavio
pascal pascual pasquale
ramiro ramir
raul raoul
reinaldo reynaldo rinaldo reinhold
rodolfo rudolf rudolph rodolphe
rodrigo roderick rodrigue
salvador salvatore sauveur
sebastian sebastien sebastiano
silvio sylvio silvius
tobias tobiah
ulrich ulrico
urban urbano
vincent vicente vincenzo vincenz
walter walther gualterio gualtiero
xavier javier saverio xaver
dolores lola
guadalupe lupita lupe
beatriz beatrice beatrix
lucia lucie lucy luzia
alicia alice
cecilia cecile cecily
cristina christina kristina christine kristine krystyna cristine hristina
carolina caroline karolina carolyn
claudia klaudia
elisa elise eliza
gabriela gabrielle gabriella
ines agnes agnieszka
juana joanna johanna giovanna jane jeanne ioana
magdalena madeleine madalena magda
monica monika monique
patricia patrizia patrycja
rosa rose roza
silvia sylvia sylvie
sofia sophia sophie zofia sofya sofiya
sonia sonja sonya
yolanda iolanda jolanda
gonzalez gonzales gonsalez gonsales
rodriguez rodrigues rodriquez
hernandez hernandes
fernandez fernandes
gomez gomes
lopez lopes
martinez martines martinz
perez peres
sanchez sanches
ramirez ramires
jimenez gimenez ximenez jimenes
vasquez vazquez basquez vasques
velasquez velazquez
chavez chaves
mendez mendes
nunez nunes
alvarez alvares
gutierrez gutierres
dominguez domingues
marquez marques
suarez soares suares
munoz munos
ortiz ortis
cortes cortez
diaz dias
ruiz ruis
cruz crus
meza mesa
mejia mejias mexia
valdes valdez
galvez galves
benitez benites
juarez juares
baez vaez
quinones quinonez
zepeda cepeda
schmidt schmitt schmid smid
meyer meier maier mayer mayr majer
muller mueller
schneider snyder shneider szneider
schwarz schwartz shvarts svarc
hoffmann hofmann hoffman gofman hofman
weiss weis veiss
neumann neuman noyman
kaufmann kaufman koifman
stein shtein shteyn sztejn
goldstein goldshtein goldsztejn
rosenberg rozenberg
rotenberg rothenberg rotenberh
johnson jonson johnsson
nielsen nilsen nielson nilsson
andersen anderson andersson
petersen peterson pettersson pedersen
hansen hanson hansson
larsen larson larsson
eriksen ericson eriksson erickson
macdonald mcdonald
thompson thomson tompson
philips phillips philipps
clark clarke
brown braun browne
smith smyth smythe
papadopoulos papadopulos
`;
