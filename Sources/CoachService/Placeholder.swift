import Configuration
import Hummingbird
import JWTKit
import ServiceLifecycle
