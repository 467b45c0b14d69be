import type { LogField } from '../../../../../src-shared/formats/access-log.ts';

/** Titles people give the columns of an access log, in English, German, French and Spanish. The likeliest first. */
export const fieldWords: Readonly<Record<LogField, readonly string[]>> = {
  ts: 'timestamp,time stamp,date time,datetime,date (utc),time (utc),date and time,event time,time,created at,created,logged at,log time,occurred at,access time,accessed at,login time,request time,sign-in date,event date,date,when,ts,@timestamp,utc time,zeitstempel,zeitpunkt,datum uhrzeit,datum/uhrzeit,datum und uhrzeit,zugriffszeit,anmeldezeit,datum,uhrzeit,zeit,horodatage,date et heure,date heure,date d’accès,heure,fecha y hora,fecha hora,marca de tiempo,fecha,hora'.split(
    ',',
  ),
  account:
    'account,user,username,user name,user id,userid,user email,email,e-mail,email address,login,login name,logon name,actor,actor email,principal,principal email,upn,user principal name,identity,account name,requester,caller,employee,who,subject,benutzer,benutzername,benutzerkennung,benutzerkonto,konto,kennung,anmeldename,nutzer,nutzername,mitarbeiter,e-mail-adresse,utilisateur,nom d’utilisateur,identifiant,compte,courriel,adresse e-mail,usuario,nombre de usuario,cuenta,correo,correo electrónico'.split(
      ',',
    ),
  ip: 'ip,ip address,ip addr,ipaddress,client ip,client address,source ip,source address,src ip,src,remote ip,remote address,remote addr,remote host,public ip,caller ip,origin ip,host address,from ip,address,network / source ip,ip-adresse,quell-ip,quelladresse,client-ip,adresse ip,ip source,dirección ip,ip origen,ip de origen'.split(
    ',',
  ),
  country:
    'country,country code,country or region,logged country,geo country,ip country,client country,geo,location,region code,source region,source country,land,ländercode,herkunftsland,standort,pays,code pays,localisation,país,código de país,ubicación'.split(
      ',',
    ),
  resource:
    'resource,resource name,model,model name,model id,asset,asset id,repository,repo,repo name,object,object name,target,target name,item,artifact,artefact,file,file name,filename,file path,path,dataset,endpoint,deployment,project,app,app name,application,application name,service,resource id,url,request uri,notebook,document,ressource,modell,modellname,datei,dateiname,objekt,ziel,anwendung,projekt,modèle,nom du modèle,dépôt,fichier,objet,cible,modelo,nombre del modelo,repositorio,recurso,archivo,objeto,aplicación'.split(
      ',',
    ),
  action:
    'action,event,event type,event name,operation,operation name,activity,activity type,method,http method,request method,verb,command,access type,what,aktion,ereignis,ereignistyp,vorgang,tätigkeit,zugriffsart,opération,événement,type d’événement,activité,acción,operación,evento,tipo de evento,actividad'.split(
      ',',
    ),
  outcome:
    'outcome,result,status,success,result code,status code,http status,response code,response status,decision,access result,ergebnis,resultat,erfolg,statuscode,résultat,statut,état,décision,resultado,estado,código de estado,éxito'.split(
      ',',
    ),
  count:
    'count,requests,request count,queries,query count,number of queries,number of requests,calls,hits,times,n,anzahl,anfragen,abfragen,anzahl anfragen,nombre de requêtes,requêtes,nombre,número de consultas,consultas,solicitudes,cantidad'.split(
      ',',
    ),
  tokens: 'tokens,total tokens,token count,tokens used,total_tokens,anzahl tokens,tokens gesamt,jetons,total de tokens'.split(','),
  bytes:
    'bytes,bytes sent,sent bytes,response bytes,response size,size,body bytes sent,bytes transferred,bytes out,download bytes,größe,datenmenge,taille,octets,octets envoyés,tamaño,bytes enviados'.split(
      ',',
    ),
  eventKey:
    'event id,eventid,event key,request id,record id,log id,uuid,guid,id,correlation id,transaction id,trace id,ereignis-id,vorgangsnummer,datensatz-id,identifiant d’événement,id de evento,id del evento'.split(
      ',',
    ),
};

/** Columns that hold one half of a number that belongs together. */
export const tokenHalves: readonly (readonly [string, string])[] = [
  ['prompt tokens', 'completion tokens'],
  ['input tokens', 'output tokens'],
  ['tokens in', 'tokens out'],
];
