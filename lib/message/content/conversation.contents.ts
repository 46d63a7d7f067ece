import {
  ChoiceField,
  IntegerField,
  MapField,
  MapListField,
  NumberField,
  TextField,
  TextListField,
} from '../../client/input/field.decorators.js';
import { AuditedContent, MentionContent } from './content.fields.js';

/** Content of a text message, `RC:TxtMsg`. */
export class TextMessageContent extends AuditedContent {
  /** The text, emoji included. */
  @TextField()
  content!: string;
}

/** Content of an image message, `RC:ImgMsg`. */
export class ImageMessageContent extends AuditedContent {
  /** Thumbnail: JPG in base64 without `data:`, at most 80 KB. */
  @TextField()
  content!: string;

  /** Address of the whole image. */
  @TextField()
  imageUri!: string;

  /** Width of the thumbnail. */
  @NumberField({ optional: true })
  thumWidth?: number | undefined;

  /** Height of the thumbnail. */
  @NumberField({ optional: true })
  thumHeight?: number | undefined;
}

/** Content of a GIF message, `RC:GIFMsg`. */
export class GifMessageContent extends AuditedContent {
  /** Address of the image. */
  @TextField()
  remoteUrl!: string;

  /** Size in bytes. */
  @NumberField()
  gifDataSize!: number;

  @NumberField()
  width!: number;

  @NumberField()
  height!: number;

  /** Path on the sending client. */
  @TextField({ optional: true })
  localPath?: string | undefined;
}

/** Content of a voice message, `RC:HQVCMsg`. */
export class VoiceMessageContent extends AuditedContent {
  /** Address of the recording. */
  @TextField()
  remoteUrl!: string;

  /** Length in seconds, at most 60. */
  @NumberField({ max: 60 })
  duration!: number;

  /** Only `aac` is known. */
  @TextField({ optional: true })
  format?: string | undefined;

  @NumberField({ optional: true })
  numberOfChannels?: number | undefined;

  @NumberField({ optional: true })
  sampleRate?: number | undefined;

  /** Path on the sending client. */
  @TextField({ optional: true })
  localPath?: string | undefined;
}

/** Content of an older voice message, `RC:VcMsg`. */
export class AmrVoiceMessageContent extends AuditedContent {
  /** The recording: AMR in base64. */
  @TextField()
  content!: string;

  /** Length in seconds. */
  @NumberField()
  duration!: number;
}

/** Content of a file message, `RC:FileMsg`. */
export class FileMessageContent extends MentionContent {
  /** Name of the file. */
  @TextField()
  name!: string;

  /** Size in bytes. */
  @NumberField()
  size!: number;

  /** Type of the file, such as `pdf`. */
  @TextField()
  type!: string;

  /** Address of the file. */
  @TextField()
  fileUrl!: string;
}

/** Content of a short video message, `RC:SightMsg`. */
export class SightMessageContent extends AuditedContent {
  /** Address of the video. */
  @TextField()
  sightUrl!: string;

  /** First picture: JPG in base64 without line breaks. */
  @TextField()
  content!: string;

  /** Length in seconds. */
  @NumberField()
  duration!: number;

  /** Size in bytes. */
  @NumberField()
  size!: number;

  /** Name of the file. */
  @TextField()
  name!: string;
}

/** Content of a location message, `RC:LBSMsg`. */
export class LocationMessageContent extends MentionContent {
  @NumberField()
  latitude!: number;

  @NumberField()
  longitude!: number;

  /** Name of the place. */
  @TextField()
  poi!: string;

  /** Picture of the map: base64 without `data:`. */
  @TextField()
  content!: string;
}

/** Content of a message of image and text, `RC:ImgTextMsg`. */
export class RichMessageContent extends AuditedContent {
  @TextField()
  title!: string;

  /** The text. */
  @TextField()
  content!: string;

  /** Address of the image. */
  @TextField()
  imageUri!: string;

  /** Where it leads. */
  @TextField()
  url!: string;
}

/** Content of a message that quotes another, `RC:ReferenceMsg`. */
export class ReferenceMessageContent extends AuditedContent {
  /** The answer. */
  @TextField()
  content!: string;

  /** Who sent the quoted message. */
  @TextField()
  referMsgUserId!: string;

  /** Content of the quoted message. */
  @MapField()
  referMsg!: Readonly<Record<string, unknown>>;

  /** Id of the quoted message. */
  @TextField()
  referMsgUid!: string;

  /** Type of the quoted message. */
  @TextField()
  objName!: string;

  /** What became of the quoted message, in the clients' numbers; 0 is normal. */
  @NumberField({ optional: true })
  referMsgStatus?: number | undefined;
}

/** Content of a combined message, `RC:CombineMsg`. */
export class CombineMessageContent extends MentionContent {
  /** Address of the page that shows the messages. */
  @TextField()
  remoteUrl!: string;

  /** Names of the first four senders. */
  @TextListField()
  nameList!: readonly string[];

  /** Summaries of the first four messages. */
  @TextListField()
  summaryList!: readonly string[];

  /** Where the messages are from: 1 one-to-one, 3 group. */
  @ChoiceField([1, 3])
  conversationType!: 1 | 3;
}

/** Content of a combined message of the second kind, `RC:CombineV2Msg`. */
export class CombineV2MessageContent extends MentionContent {
  /** Where the messages are from: 1 one-to-one, 3 group. */
  @IntegerField()
  conversationType!: number;

  /** Summaries; the vendor advises the first three. */
  @TextListField()
  summaryList!: readonly string[];

  /** Both names, or the group's. */
  @TextListField()
  nameList!: readonly string[];

  /** How many messages there are. */
  @IntegerField()
  msgNum!: number;

  /** The messages, as long as they take less than 120 KB of JSON. */
  @MapListField({ optional: true })
  msgList?: readonly Readonly<Record<string, unknown>>[] | undefined;

  /** Name of the file that holds more. */
  @TextField({ optional: true })
  jsonMsgKey?: string | undefined;

  /** Address of that file. */
  @TextField({ optional: true })
  remoteUrl?: string | undefined;
}
