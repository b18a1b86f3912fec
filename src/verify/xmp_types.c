/* The properties that XMP 2005 defines, and what their values are. */
#include "xmp_types.h"

#include "rapor/base/own.h"

#include <string.h>

/* Types: t text, l alternatives by language, d date, b true or false, i integer, r real, q ratio,
 * s structure, x whatever it is; behind B, S or A: of an unordered, ordered, alternative array. */
static const struct {
    const char *space, *properties;
} spaces[] = {
    {XMP_DC, "contributor:Bt coverage:t creator:St date:Sd description:l format:t identifier:t "
             "language:Bt publisher:Bt relation:Bt rights:l source:t subject:Bt title:l type:Bt"},
    {XMP_BASIC, "Advisory:Bt BaseURL:t CreateDate:d CreatorTool:t Identifier:Bx Label:t "
                "MetadataDate:d ModifyDate:d Nickname:t Rating:r Thumbnails:As"},
    {XMP_PDF, "Keywords:t PDFVersion:t Producer:t"},
    {XMP_PDFA, "part:i amd:t corr:t conformance:t"},
    {XMP_EXTEND, "schemas:Bs"},
    {"http://ns.adobe.com/xap/1.0/rights/",
     "Certificate:t Marked:b Owner:Bt UsageTerms:l WebStatement:t"},
    {"http://ns.adobe.com/xap/1.0/mm/",
     "DerivedFrom:s DocumentID:t History:Ss InstanceID:t ManagedFrom:s Manager:t ManageTo:t "
     "ManageUI:t ManagerVariant:t OriginalDocumentID:t RenditionClass:t RenditionParams:t "
     "VersionID:t Versions:Ss LastURL:t RenditionOf:s SaveID:i"},
    {"http://ns.adobe.com/xap/1.0/bj/", "JobRef:Bs"},
    {"http://ns.adobe.com/xap/1.0/t/pg/",
     "MaxPageSize:s NPages:i Fonts:Bs Colorants:Ss PlateNames:St"},
    {"http://ns.adobe.com/xmp/1.0/DynamicMedia/",
     "projectRef:s videoFrameRate:t videoFrameSize:s videoPixelAspectRatio:q videoPixelDepth:t "
     "videoColorSpace:t videoAlphaMode:t videoAlphaPremultipleColor:s "
     "videoAlphaUnityIsTransparent:b videoCompressor:t videoFieldOrder:t pullDown:t "
     "audioSampleRate:i audioSampleType:t audioChannelType:t audioCompressor:t speakerPlacement:t "
     "fileDataRate:q tapeName:t altTapeName:t startTimecode:s altTimecode:s duration:s scene:t "
     "shotName:t shotDate:d shotLocation:t logComment:t markers:Ss contributedMedia:Bs "
     "absPeakAudioFilePath:t "
     "relativePeakAudioFilePath:t videoModDate:d audioModDate:d metadataModDate:d artist:t album:t "
     "trackNumber:i genre:t copyright:t releaseDate:d composer:t engineer:t tempo:r instrument:t "
     "introTime:s outCue:s relativeTimestamp:s loop:b numberOfBeats:r key:t stretchMode:t "
     "timeScaleParams:s resampleParams:s beatSpliceParams:s timeSignature:t scaleType:t"},
    {"http://ns.adobe.com/photoshop/1.0/",
     "AuthorsPosition:t CaptionWriter:t Category:t City:t Country:t Credit:t DateCreated:d "
     "Headline:t Instructions:t Source:t State:t SupplementalCategories:Bt "
     "TransmissionReference:t Urgency:i"},
    {"http://ns.adobe.com/camera-raw-settings/1.0/",
     "AutoBrightness:b AutoContrast:b AutoExposure:b AutoShadows:b BlueHue:i BlueSaturation:i "
     "Brightness:i CameraProfile:t ChromaticAberrationB:i ChromaticAberrationR:i "
     "ColorNoiseReduction:i Contrast:i CropTop:r CropLeft:r CropBottom:r CropRight:r CropAngle:r "
     "CropWidth:r CropHeight:r CropUnits:i Exposure:r GreenHue:i GreenSaturation:i HasCrop:b "
     "HasSettings:b LuminanceSmoothing:i RawFileName:t RedHue:i RedSaturation:i Saturation:i "
     "Shadows:i ShadowTint:i Sharpness:i Temperature:i Tint:i ToneCurve:St ToneCurveName:t "
     "Version:t VignetteAmount:i VignetteMidpoint:i WhiteBalance:t"},
    {"http://ns.adobe.com/tiff/1.0/",
     "ImageWidth:i ImageLength:i BitsPerSample:Si Compression:i PhotometricInterpretation:i "
     "Orientation:i SamplesPerPixel:i PlanarConfiguration:i YCbCrSubSampling:Si "
     "YCbCrPositioning:i XResolution:q YResolution:q ResolutionUnit:i TransferFunction:Si "
     "WhitePoint:Sq PrimaryChromaticities:Sq YCbCrCoefficients:Sq ReferenceBlackWhite:Sq "
     "DateTime:d ImageDescription:l Make:t Model:t Software:t Artist:t Copyright:l"},
    {"http://ns.adobe.com/exif/1.0/",
     "ExifVersion:t FlashpixVersion:t ColorSpace:i ComponentsConfiguration:Si "
     "CompressedBitsPerPixel:q PixelXDimension:i PixelYDimension:i UserComment:l "
     "RelatedSoundFile:t DateTimeOriginal:d DateTimeDigitized:d ExposureTime:q FNumber:q "
     "ExposureProgram:i SpectralSensitivity:t ISOSpeedRatings:Si OECF:s ShutterSpeedValue:q "
     "ApertureValue:q BrightnessValue:q ExposureBiasValue:q MaxApertureValue:q SubjectDistance:q "
     "MeteringMode:i LightSource:i Flash:s FocalLength:q SubjectArea:Si FlashEnergy:q "
     "SpatialFrequencyResponse:s FocalPlaneXResolution:q FocalPlaneYResolution:q "
     "FocalPlaneResolutionUnit:i SubjectLocation:Si ExposureIndex:q SensingMethod:i FileSource:i "
     "SceneType:i CFAPattern:s CustomRendered:i ExposureMode:i WhiteBalance:i DigitalZoomRatio:q "
     "FocalLengthIn35mmFilm:i SceneCaptureType:i GainControl:i Contrast:i Saturation:i "
     "Sharpness:i DeviceSettingDescription:s SubjectDistanceRange:i ImageUniqueID:t "
     "GPSVersionID:t GPSLatitude:t GPSLongitude:t GPSAltitudeRef:i GPSAltitude:q GPSTimeStamp:d "
     "GPSSatellites:t GPSStatus:t GPSMeasureMode:t GPSDOP:q GPSSpeedRef:t GPSSpeed:q "
     "GPSTrackRef:t GPSTrack:q GPSImgDirectionRef:t GPSImgDirection:q GPSMapDatum:t "
     "GPSDestLatitude:t GPSDestLongitude:t GPSDestBearingRef:t GPSDestBearing:q "
     "GPSDestDistanceRef:t GPSDestDistance:q GPSProcessingMethod:t GPSAreaInformation:t "
     "GPSDifferential:i"},
    {"http://ns.adobe.com/exif/1.0/aux/", "Lens:t SerialNumber:t"},
    {"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
     "CiAdrCity:t CiAdrCtry:t CiAdrExtadr:t CiAdrPcode:t CiAdrRegion:t CiEmailWork:t CiTelWork:t "
     "CiUrlWork:t CountryCode:t CreatorContactInfo:s IntellectualGenre:t Location:t Scene:Bt "
     "SubjectCode:Bt"},
};

bool xmp_type_of(struct property property, char type[XMP_TYPE_ROOM])
{
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
        if (strcmp(spaces[i].space, property.space) != 0)
            continue;
        const size_t length = strlen(property.name);
        for (const char *at = spaces[i].properties; (at = strstr(at, property.name));
             at += length) {
            if ((at > spaces[i].properties && at[-1] != ' ') || at[length] != ':')
                continue;
            g_strlcpy(type, at + length + 1, MIN(XMP_TYPE_ROOM, strcspn(at + length + 1, " ") + 1));
            return true;
        }
    }
    return false;
}

static bool fits_pattern(const char *text, const char *pattern)
{
    return g_regex_match_simple(pattern, text, 0, 0);
}

static bool is_simple(char type, const char *text)
{
    switch (type) {
    case 'b':
        return strcmp(text, "True") == 0 || strcmp(text, "False") == 0;
    case 'i':
        return fits_pattern(text, "^[+-]?[0-9]+$");
    case 'r':
        return fits_pattern(text, "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)$");
    case 'q':
        return fits_pattern(text, "^[0-9]+/[0-9]+$");
    case 'd':
        return fits_pattern(text, "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}"
                                  "(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?$");
    default:
        return true;
    }
}

static const xmlNode *first_element(const xmlNode *node)
{
    const xmlNode *child = node->children;
    while (child && child->type != XML_ELEMENT_NODE)
        child = child->next;
    return child;
}

static bool is_rdf(const xmlNode *node, const char *name)
{
    return node && node->ns && strcmp((const char *)node->ns->href, XMP_RDF) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

/* A structure is a description, or says that it is one (parseType), or has fields as attributes. */
static bool is_structure(const xmlNode *value)
{
    const xmlNode *first = first_element(value);
    g_auto(XmlText) parse =
        xmlGetNsProp((xmlNode *)(uintptr_t)value, BAD_CAST "parseType", BAD_CAST XMP_RDF);
    return (first && is_rdf(first, "Description")) || parse || (value->properties && !first);
}

static bool is_value(const xmlNode *value, char type)
{
    if (type == 's' || type == 'x')
        return type == 'x' || is_structure(value);
    g_auto(XmlText) text = xmlNodeGetContent((xmlNode *)(uintptr_t)value);
    g_autofree char *stripped = g_strstrip(g_strdup(text ? (const char *)text : ""));
    return !first_element(value) && is_simple(type, stripped);
}

static bool are_items(const xmlNode *value, const char *container, char type)
{
    const xmlNode *list = first_element(value);
    if (!is_rdf(list, container))
        return false;
    for (const xmlNode *item = list->children; item; item = item->next) {
        if (item->type != XML_ELEMENT_NODE)
            continue;
        g_auto(XmlText) language =
            xmlGetNsProp((xmlNode *)(uintptr_t)item, BAD_CAST "lang", XML_XML_NAMESPACE);
        if (!is_rdf(item, "li") || (type == 'l' ? !language : !is_value(item, type)))
            return false;
    }
    return true;
}

bool xmp_is_of_type(const xmlNode *value, const char *type)
{
    switch (type[0]) {
    case 'B':
        return are_items(value, "Bag", type[1]);
    case 'S':
        return are_items(value, "Seq", type[1]);
    case 'A':
        return are_items(value, "Alt", type[1]);
    case 'l':
        return are_items(value, "Alt", 'l');
    default:
        return is_value(value, type[0]);
    }
}

bool xmp_is_text_of_type(const char *text, const char *type)
{
    return !strchr("BSAls", type[0]) && is_simple(type[0], text);
}
